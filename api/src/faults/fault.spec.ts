import { expect, test } from '@jest/globals';
import { chooseRoute, fillTemplate, mailtoLink } from './fault.js';

const facts = {
  kategori: 'Otrygg plats',
  sort: 'Belysning',
  plats: 'Björkskolan',
  tid: '3 maj',
  lank: '',
  text: '{plats}',
};

test('a template is filled once, and what it does not know stays', () => {
  expect(fillTemplate('{sort} vid {plats}: {text} {okänt} {constructor}', facts)).toBe(
    'Belysning vid Björkskolan: {plats} {okänt} {constructor}',
  );
});

test('the route of a sub-category goes before that of its category', () => {
  const routes = [
    { categoryCode: 'PLATS', subcategoryCode: null },
    { categoryCode: 'PLATS', subcategoryCode: 'belysning' },
  ];
  expect(chooseRoute(routes, { categoryCode: 'PLATS', subcategoryCode: 'belysning' })).toBe(routes[1]);
  expect(chooseRoute(routes, { categoryCode: 'PLATS', subcategoryCode: 'skotsel' })).toBe(routes[0]);
  expect(chooseRoute(routes, { categoryCode: 'SKAD', subcategoryCode: null })).toBeNull();
});

test('a letter for the own mail program keeps its lines, and nothing in it can add a receiver', () => {
  const link = mailtoLink('fel@kommun.example', 'Lampa & lykta', 'En rad\nen till?&cc=x@y.example');
  expect(link).toBe(
    'mailto:fel@kommun.example?subject=Lampa%20%26%20lykta&body=En%20rad%0Aen%20till%3F%26cc%3Dx%40y.example',
  );
});
