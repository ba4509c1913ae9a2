import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { DrawMap } from './draw-map.js';
import type { HotspotDetail } from './hotspot-api.js';
import { lineThrough, splitWays, type SplitWay } from './split-line.js';
import { useSplit, type Line } from './work-api.js';
import { areaTexts } from './area-texts.js';

interface SplitFormProps {
  code: string;
  hotspot: HotspotDetail;
  version: number;
  onDone: () => void;
}

const words = { north: 'splitNorthSouth', south: 'splitSouthNorth', west: 'splitWest', east: 'splitEast', own: 'splitOwn' } as const; // prettier-ignore

/** Cuts through the middle by a compass point, or along a line of two points. */
export function SplitForm({ code, hotspot, version, onDone }: SplitFormProps) {
  const t = useTexts(areaTexts);
  const navigate = useNavigate();
  const split = useSplit(code, hotspot.id);
  const [way, setWay] = useState<SplitWay>('north');
  const [points, setPoints] = useState<readonly (readonly [number, number])[]>([]);
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const [longitude = 0, latitude = 0] = hotspot.centre;
  const line = way === 'own' ? ownLine(points) : lineThrough([longitude, latitude], way);
  const named = name.trim();
  const save = async () => {
    setAsked(true);
    if (line === null || named === '') return;
    const { newId } = await split.mutateAsync({ version, line, name: named });
    onDone();
    showToast({ text: t('splitDone', { name: named }), tone: 'good' });
    await navigate({ to: '/$code/hotspots/$id', params: { code, id: newId } });
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // What went wrong stands in `split.error`.
        void save().catch(() => undefined);
      }}
    >
      <p>{t('splitLead')}</p>
      <ErrorNotice error={split.error} />
      <RadioTiles
        legend={t('splitWay')}
        size="small"
        value={way}
        onChange={(value) => setWay(splitWays.find((one) => one === value) ?? 'north')}
        tiles={splitWays.map((value) => ({ value, label: t(words[value]) }))}
        error={asked && line === null ? t('splitTwoMissing') : undefined}
      />
      {way === 'own' && (
        <>
          <DrawMap
            code={code}
            corners={points}
            onCorners={(next) => setPoints(next.slice(-2))}
            shown={[hotspot]}
            open
          />
          <output className="muted">{t('splitPoints', { count: points.length })}</output>
        </>
      )}
      <TextField
        label={t('splitName')}
        maxLength={80}
        value={name}
        onChange={({ target }) => setName(target.value)}
        error={asked && named === '' ? t('splitNameMissing') : undefined}
      />
      <div className="row">
        <Button type="submit" look="primary" busy={split.isPending}>
          {t('splitDo')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function ownLine([from, to]: readonly (readonly [number, number])[]): Line | null {
  return from === undefined || to === undefined ? null : [[...from], [...to]];
}
