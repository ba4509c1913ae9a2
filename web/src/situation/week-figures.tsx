import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { may, useMembership } from '../api/session.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { keepTogether } from '../ui/format.js';
import { StatusTag } from '../ui/status-tag.js';
import { useFormat } from '../ui/use-format.js';
import type { Situation } from './situation-api.js';
import { situationTexts } from './texts.js';
import { isKnown, UsualList, type UsualRow } from './usual-list.js';

interface WeekFiguresProps {
  code: string;
  situation: Situation;
  /** What can be done with the week, beside its sentence. */
  children: ReactNode;
}

/** The sentence of the week, its total against the usual, and the tables per area and per category. */
export function WeekFigures({ code, situation, children }: WeekFiguresProps) {
  const t = useTexts(situationTexts);
  const { sentence, notices, count, usual } = situation;
  if (count === 0 && usual.status === 'first-year') {
    return (
      <EmptyState icon="document" title={t('emptyTitle')} action={<StartReporting code={code} />}>
        <p>{t('emptyText')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <div className="situation-top">
        <section className="stack">
          <p className="situation-sentence">{keepTogether(sentence)}</p>
          {count === 0 && <p className="muted">{t('emptyWeek')}</p>}
          <Total code={code} situation={situation} />
          {notices.length > 0 && <p className="small muted">{notices.join(' ')}</p>}
        </section>
        {children}
      </div>
      <WeekTables code={code} situation={situation} />
    </>
  );
}

/** The one button that fills an empty week, for those who may report. */
function StartReporting({ code }: { code: string }) {
  const t = useTexts(situationTexts);
  if (!may(useMembership(), 'incident:report')) return null;
  return (
    <Link to="/$code/rapportera" params={{ code }} className={buttonClass({ look: 'primary', size: 'large' })}>
      {t('report')}
    </Link>
  );
}

function Total({ code, situation }: { code: string; situation: Situation }) {
  const { count, usual, running, from, to } = situation;
  const t = useTexts(situationTexts);
  const f = useFormat();
  const { status, expected } = usual;
  const map: string = '/$code/karta';
  const known = status !== 'first-year' && status !== 'too-few';
  const tooFew = running ? t('tooEarly') : t('tooFew');
  return (
    <div className="situation-total">
      <p>
        {count === 0 ? (
          <strong className="situation-number">0</strong>
        ) : (
          <Link to={map} params={{ code }} search={ownPeriod(from, to)}>
            <strong className="situation-number">{f.number(count)}</strong>
          </Link>
        )}{' '}
        {t('events', { count })}
      </p>
      {known && (
        <p>
          <strong className="situation-number">{f.number(expected, expected < 2 ? 1 : 0)}</strong>{' '}
          {t('usually', { low: f.number(usual.low), high: f.number(usual.high) })}
        </p>
      )}
      {known && <StatusTag tone={status === 'more' ? 'caution' : 'neutral'}>{t(status)}</StatusTag>}
      {!known && <p className="muted">{status === 'first-year' ? t('firstYear') : tooFew}</p>}
    </div>
  );
}

function ownPeriod(from: string, to: string) {
  const search: Readonly<Record<string, string>> = { period: 'egen', fran: from, till: to };
  return search;
}

function WeekTables({ code, situation }: { code: string; situation: Situation }) {
  const t = useTexts(situationTexts);
  const areas = areaRows(situation, t('noArea'));
  const categories = categoryRows(situation, useLanguage());
  const quiet = situation.areas.filter(isQuiet).map(({ name }) => name);
  if (situation.count === 0) return null;
  return (
    <div className="stack">
      <div className="situation-columns">
        <section className="stack">
          <h2>{t('perArea')}</h2>
          {situation.areas.length === 0 ? (
            <p className="muted">{t('noAreas')}</p>
          ) : (
            <>
              <UsualList label={t('perArea')} code={code} rows={areas} />
              {quiet.length > 0 && <p className="small muted">{t('quiet', { names: quiet.join(', ') })}</p>}
            </>
          )}
        </section>
        <section className="stack">
          <h2>{t('perCategory')}</h2>
          <UsualList label={t('perCategory')} code={code} rows={categories} />
        </section>
      </div>
      {[...areas, ...categories].some(({ usual }) => isKnown(usual)) && <p className="small muted">{t('band')}</p>}
    </div>
  );
}

/** Nothing happened, and nothing more can be said of it. */
function isQuiet({ count, usual }: Situation['areas'][number]): boolean {
  return count === 0 && usual.status !== 'fewer';
}

function areaRows({ areas, withoutArea, from, to }: Situation, noArea: string): UsualRow[] {
  const spoken = areas.filter((area) => !isQuiet(area));
  const rows: UsualRow[] = spoken.map(({ id, name, count, usual }) => ({
    id,
    label: name,
    count,
    usual,
    search: { period: 'egen', fran: from, till: to, omrade: id },
  }));
  return withoutArea === 0 ? rows : [...rows, { id: '', label: noArea, count: withoutArea, usual: null }];
}

function categoryRows({ categories, from, to }: Situation, language: 'sv' | 'en'): UsualRow[] {
  return categories.map(({ code, name, count, usual }) => ({
    id: code,
    label: name[language],
    count,
    usual,
    search: { period: 'egen', fran: from, till: to, kategori: code },
  }));
}
