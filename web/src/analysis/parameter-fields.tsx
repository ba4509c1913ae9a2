import { useState } from 'react';
import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { NumberField } from '../ui/number-field.js';
import { TextField } from '../ui/text-field.js';
import { useFormat } from '../ui/use-format.js';
import { readValues, writeValues, type ExpertValues } from './analysis-request.js';
import type { AnswerProps } from './answer.js';
import { bounds, parametersOf, readBands, type ParameterName } from './parameters.js';
import { analysisTexts } from './texts.js';

/** The values of the method, each with its unit, and beside it what the answer really used. */
export function ParameterFields({ run, search, change }: AnswerProps) {
  const t = useTexts(analysisTexts);
  const f = useFormat();
  const [values, setValues] = useState<ExpertValues>(() => readValues(search.varden ?? [], run.question));
  const [wrong, setWrong] = useState<ReadonlySet<ParameterName>>(new Set());
  const set = (name: ParameterName, value: number | readonly number[] | null) => {
    const { [name]: _before, ...rest } = values;
    setValues(value === null ? rest : { ...rest, [name]: value });
  };
  const used = (name: ParameterName): string => {
    const value = run.parameters[name];
    const numbers = [value].flat().filter((one): one is number => typeof one === 'number');
    return numbers.length === 0
      ? t('usedRule')
      : t('used', { value: numbers.map((one) => f.number(one, 3)).join(' · ') });
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong.size === 0) change({ varden: writeValues(values) });
      }}
    >
      <div className="analysis-values">
        {parametersOf[run.question].map((name) =>
          name === 'bandsMetres' || name === 'bandsDays' ? (
            <BandsField
              key={name}
              label={t(name)}
              hint={`${t('bandsHint')} ${used(name)}`}
              value={values[name]}
              onChange={(bands, sound) => {
                set(name, bands);
                setWrong(new Set([...wrong].filter((one) => one !== name).concat(sound ? [] : [name])));
              }}
            />
          ) : (
            <NumberField
              key={name}
              label={t(name)}
              hint={used(name)}
              value={typeof values[name] === 'number' ? values[name] : null}
              onChange={(value) => set(name, value)}
              {...bounds[name]}
            />
          ),
        )}
      </div>
      <div className="row">
        <Button type="submit" look="primary">
          {t('calculate')}
        </Button>
        {search.varden !== undefined && (
          <Button look="quiet" icon="undo" onClick={() => change({ varden: undefined })}>
            {t('reset')}
          </Button>
        )}
      </div>
    </form>
  );
}

interface BandsFieldProps {
  label: string;
  hint: string;
  value: number | readonly number[] | undefined;
  onChange: (bands: readonly number[] | null, sound: boolean) => void;
}

function BandsField({ label, hint, value, onChange }: BandsFieldProps) {
  const t = useTexts(analysisTexts);
  const [text, setText] = useState(() => (value === undefined ? '' : [value].flat().join(' ')));
  const isEmpty = text.trim() === '';
  const wrong = !isEmpty && readBands(text) === null;
  return (
    <TextField
      label={label}
      hint={hint}
      error={wrong ? t('bandsWrong') : undefined}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      onChange={({ target }) => {
        const bands = readBands(target.value);
        setText(target.value);
        onChange(bands, bands !== null || target.value.trim() === '');
      }}
    />
  );
}
