import { z } from 'zod';
import { role } from '../access/access.schema.js';
import { cardIds, pages, tones } from './start.js';

const link = {
  page: z.enum(pages).describe('The page that shows what is told'),
  subject: z.string().nullable().describe('The id of what the page is about, where it is about one thing'),
  search: z.string().describe('The query text of the page, without the question mark'),
};

const startCard = z.object({
  id: z.enum(cardIds),
  title: z.string(),
  figure: z.int().nullable().describe('How many; opens what it counts'),
  text: z.string().describe('In a sentence'),
  tone: z.enum(tones).describe('attention: something waits for the reader; quiet: there is nothing'),
  ...link,
  items: z.array(z.object({ text: z.string(), note: z.string().nullable(), ...link })).describe('The first few'),
});

export const start = z
  .object({
    role,
    today: z.string(),
    cards: z.array(startCard).describe('In the order in which the role needs them'),
  })
  .meta({ id: 'Start', description: 'What somebody needs now' });

export type StartCard = z.infer<typeof startCard>;
export type StartBody = z.infer<typeof start>;
