import { useTexts } from '../ui/language.js';
import { NumberField } from '../ui/number-field.js';
import { useFormat } from '../ui/use-format.js';
import { baselineTexts } from './texts.js';
import { type Counts, type Kind, kinds, sharesOf, type Weights } from './weights.js';

/** A weight for each kind that is there, with the part of the map that it gets. */
export function WeightFields({
  counts,
  weights,
  onChange,
}: {
  counts: Counts;
  weights: Weights;
  onChange: (weights: Weights) => void;
}) {
  const t = useTexts(baselineTexts);
  const shares = sharesOf(counts, weights);
  const present = kinds.filter((kind) => (counts[kind] ?? 0) > 0);
  return (
    <fieldset className="baseline-weights">
      <legend>{t('weightsTitle')}</legend>
      <p className="muted">{t('weightsHint')}</p>
      <div className="baseline-weight-list">
        {present.map((kind) => (
          <Weight
            key={kind}
            kind={kind}
            people={counts[kind] ?? 0}
            share={shares[kind]}
            value={weights[kind]}
            onChange={(value) => onChange({ ...weights, [kind]: value })}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface WeightProps {
  kind: Kind;
  people: number;
  share: number;
  value: number;
  onChange: (value: number) => void;
}

function Weight({ kind, people, share, value, onChange }: WeightProps) {
  const t = useTexts(baselineTexts);
  const f = useFormat();
  return (
    <div className="baseline-weight">
      <NumberField
        label={t(`${kind}_kind`)}
        hint={t('weightShare', { people: f.number(people), share: f.share(share) })}
        value={value}
        onChange={(next) => onChange(next ?? 0)}
        min={0}
        max={100}
        step={0.1}
        decimals={2}
      />
      <span className="baseline-share" aria-hidden>
        <span style={{ inlineSize: `${share * 100}%` }} />
      </span>
    </div>
  );
}
