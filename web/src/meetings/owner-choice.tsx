import type { KeyboardEvent } from 'react';
import { useTexts } from '../ui/language.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { Select } from '../ui/select.js';
import { TextField } from '../ui/text-field.js';
import { otherOwner, type DecisionDraft, type Owner } from './decision.js';
import { DigitKey } from './digit-key.js';
import { meetingTexts } from './texts.js';

interface OwnerChoiceProps {
  owners: readonly Owner[];
  organisations: readonly { id: string; name: string }[];
  draft: Pick<DecisionDraft, 'owner' | 'otherOrganisation' | 'otherFunction'>;
  onChange: (part: Partial<DecisionDraft>) => void;
  error?: string | undefined;
}

/** Who is to do it: the functions at the table, as tiles, or somebody else. A digit chooses the tile of that number. */
export function OwnerChoice({ owners, organisations, draft, onChange, error }: OwnerChoiceProps) {
  const t = useTexts(meetingTexts);
  const other = { value: otherOwner, label: t('otherOwner'), note: t('otherOwnerNote') };
  const tiles = [
    ...owners.map(({ key, ownerFunction, organisation }) => ({ value: key, label: ownerFunction, note: organisation })),
    other,
  ];
  const choose = (event: KeyboardEvent) => {
    const tile = /^[1-9]$/.test(event.key) ? tiles[Number(event.key) - 1] : undefined;
    const writing = !(event.target as HTMLElement).matches('[type=radio]');
    if (tile === undefined || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChange({ owner: tile.value });
  };
  const others = draft.owner === otherOwner;
  return (
    <div data-part="owner" className="stack stack--tight" onKeyDown={choose} role="presentation">
      <RadioTiles
        legend={t('owner')}
        size="small"
        tiles={tiles.map((tile, at) => ({ ...tile, ...(at < 9 ? { icon: <DigitKey digit={at + 1} /> } : {}) }))}
        value={draft.owner}
        onChange={(owner) => onChange({ owner })}
        error={others ? undefined : error}
      />
      {others && (
        <div className="field-pair">
          <Select
            label={t('memberOrganisation')}
            value={draft.otherOrganisation}
            choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ target }) => onChange({ otherOrganisation: target.value })}
            error={draft.otherOrganisation === '' ? error : undefined}
          />
          <TextField
            label={t('memberFunction')}
            maxLength={80}
            value={draft.otherFunction}
            onChange={({ target }) => onChange({ otherFunction: target.value })}
            error={draft.otherOrganisation === '' ? undefined : error}
          />
        </div>
      )}
    </div>
  );
}
