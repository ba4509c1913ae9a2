import { Link } from '@tanstack/react-router';
import { buttonClass } from '../ui/button.js';
import { defineTexts, useTexts } from '../ui/language.js';
import type { AgendaLine } from './agenda-api.js';

const leadTexts = defineTexts('meeting-leads', {
  sv: { toNext: 'Nästa möte', toAreas: 'Tre områden', toPromise: 'Till löftena', toLaw: 'Lagens krav' },
  en: { toNext: 'Next meeting', toAreas: 'Three areas', toPromise: 'To the promises', toLaw: 'What the law asks' },
});

/** The page of what a line is about, where it has one. */
export function LeadsTo({ code, subject }: { code: string; subject: AgendaLine['subject'] }) {
  const t = useTexts(leadTexts);
  const look = { className: buttonClass({ look: 'quiet' }), params: { code } };
  switch (subject?.kind) {
    case 'meeting':
      return <Link {...look} to="/$code/moten/$id" params={{ code, id: subject.id }}>{t('toNext')}</Link>;
    case 'tertial':
      return <Link {...look} to="/$code/lagesbild" search={{ period: subject.id, visa: 'omraden' }}>{t('toAreas')}</Link>;
    case 'promise':
      return <Link {...look} to="/$code/loften">{t('toPromise')}</Link>;
    case 'action-plan':
    case 'law':
      return <Link {...look} to="/$code/lagens-krav">{t('toLaw')}</Link>;
    default:
      return null;
  }
} // prettier-ignore
