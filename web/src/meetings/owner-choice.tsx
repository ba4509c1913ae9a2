import type { KeyboardEvent } from 'react';
import { useTexts } from '../ui/language.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import type { Owner } from './decision.js';
import { DigitKey } from './digit-key.js';
import { meetingTexts } from './texts.js';

interface OwnerChoiceProps {
  owners: readonly Owner[];
  value: string | null;
  onChange: (key: string) => void;
  error?: string | undefined;
}

/** Who is to do it: the functions at the table, as tiles. A digit chooses the tile of that number. */
export function OwnerChoice({ owners, value, onChange, error }: OwnerChoiceProps) {
  const t = useTexts(meetingTexts);
  const choose = (event: KeyboardEvent) => {
    const owner = /^[1-9]$/.test(event.key) ? owners[Number(event.key) - 1] : undefined;
    if (owner === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChange(owner.key);
  };
  return (
    <div data-part="owner" onKeyDown={choose} role="presentation">
      <RadioTiles
        legend={t('owner')}
        size="small"
        tiles={owners.map(({ key, ownerFunction, organisation }, at) => ({
          value: key,
          label: ownerFunction,
          note: organisation,
          ...(at < 9 ? { icon: <DigitKey digit={at + 1} /> } : {}),
        }))}
        value={value}
        onChange={onChange}
        error={error}
      />
      {owners.length === 0 && <p className="muted">{t('nobodyPresent')}</p>}
    </div>
  );
}
