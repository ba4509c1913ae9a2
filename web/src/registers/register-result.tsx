import { lazy, Suspense } from 'react';
import { Button } from '../ui/button.js';
import { DescriptionList } from '../ui/description-list.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import type { RegisterReading } from './register-api.js';
import { registerTexts } from './texts.js';

const RegisterMap = lazy(() => import('./register-map.js').then((module) => ({ default: module.RegisterMap })));

const figures = ['added', 'changed', 'unchanged', 'outside', 'rejected'] as const;

/** What a file would become, or has become, as a register. */
export function RegisterResult(props: { code: string; reading: RegisterReading; onStore: () => void }) {
  const { code, reading, onStore } = props;
  const t = useTexts(registerTexts);
  const f = useFormat();
  const count = reading.added + reading.changed;
  return (
    <div className="stack stack--wide">
      <section className="card stack">
        <h3>{reading.stored ? t('storedTitle') : t('previewTitle')}</h3>
        <dl className="register-figures">
          {figures
            .filter((key) => key === 'added' || reading[key] > 0)
            .map((key) => (
              <div key={key} data-tone={key === 'rejected' ? 'caution' : undefined}>
                <dt>{t(key)}</dt>
                <dd className="number">{f.number(reading[key])}</dd>
              </div>
            ))}
        </dl>
        {reading.outside > 0 && <p className="small muted">{t('outsideText')}</p>}
        {reading.stored ? (
          <Notice tone="good" title={t('stored')} />
        ) : (
          <div>
            <Button look="primary" size="large" icon="import" disabled={count === 0} onClick={onStore}>
              {count === 0 ? t('nothing') : t('store', { count })}
            </Button>
          </div>
        )}
      </section>
      <Rejections reading={reading} />
      <div className="register-columns">
        <Facts reading={reading} />
        {reading.points.length > 0 && (
          <section className="stack">
            <h3>{t('mapTitle')}</h3>
            <Suspense fallback={<Skeleton lines={5} />}>
              <RegisterMap code={code} points={reading.points} />
            </Suspense>
          </section>
        )}
      </div>
    </div>
  );
}

function Rejections({ reading }: { reading: RegisterReading }) {
  const t = useTexts(registerTexts);
  const f = useFormat();
  if (reading.rejections.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t('rejectedTitle')}</h3>
      <ul className="plain-list stack stack--tight">
        {reading.rejections.map(({ code, sentence, count, rows }) => (
          <li key={code}>
            <strong className="number">{f.number(count)}</strong> {sentence}{' '}
            <span className="muted small">{t('rejectedRows', { rows: rows.join(', ') })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ reading }: { reading: RegisterReading }) {
  const t = useTexts(registerTexts);
  const f = useFormat();
  const { layer, systemName, encoding, columns, withPopulation } = reading;
  const facts = [
    { term: t('rows'), value: f.number(reading.rowCount) },
    ...(layer ? [{ term: t('layer'), value: layer }] : []),
    ...(systemName ? [{ term: t('system'), value: systemName }] : []),
    ...(encoding ? [{ term: t('encoding'), value: encoding.toUpperCase() }] : []),
    ...(columns.length > 0 ? [{ term: t('columns'), value: columns.map(({ column }) => column).join(', ') }] : []),
    ...(reading.kind === 'areas' ? [{ term: t('withPopulation'), value: f.number(withPopulation) }] : []),
  ];
  return (
    <section className="stack">
      <h3>{t('facts')}</h3>
      <DescriptionList facts={facts} />
    </section>
  );
}
