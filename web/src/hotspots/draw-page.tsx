import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, IconButton } from '../ui/button.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { TextField } from '../ui/text-field.js';
import { useFormat } from '../ui/use-format.js';
import { DrawForm } from './draw-form.js';
import { DrawMap } from './draw-map.js';
import { drawTexts } from './draw-texts.js';
import { circleRound, stateOfDrawing, type Corner, type DrawingState } from './drawing.js';
import { hotspotListQuery } from './work-api.js';

const noPlaces: readonly never[] = [];

/** Draws a hot spot from knowledge: corner by corner, or a circle round a place; with mouse, finger or keys. */
export function DrawPage() {
  const t = useTexts(drawTexts);
  const { code } = useParams({ strict: false }) as { code: string };
  const known = useQuery(hotspotListQuery(code, useLanguage())).data ?? noPlaces;
  const [way, setWay] = useState<'outline' | 'circle'>('outline');
  const [corners, setCorners] = useState<readonly Corner[]>([]);
  const [metres, setMetres] = useState('75');
  const centre = corners.at(-1);
  const radius = Number(metres) > 0 ? Math.min(2000, Number(metres)) : 0;
  const ring = way === 'outline' ? corners : centre === undefined || radius === 0 ? [] : circleRound(centre, radius);
  const state = stateOfDrawing(ring);
  const put = (next: readonly Corner[]) => setCorners(way === 'circle' ? next.slice(-1) : next);
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <div className="draw-ground">
        <DrawMap
          code={code}
          corners={ring}
          onCorners={(next) => put(way === 'circle' ? next.slice(-1) : next)}
          crossing={state.status === 'crossing' ? state.at : null}
          shown={known}
        />
        <div className="stack">
          <RadioTiles
            legend={t('way')}
            size="small"
            value={way}
            onChange={(value) => setWay(value === 'circle' ? 'circle' : 'outline')}
            tiles={(['outline', 'circle'] as const).map((value) => ({ value, label: t(value) }))}
          />
          <p className="muted">{t(way === 'outline' ? 'outlineHint' : 'circleHint')}</p>
          {way === 'circle' && (
            <TextField
              label={t('radius')}
              type="number"
              inputMode="numeric"
              min={10}
              max={560}
              value={metres}
              onChange={({ target }) => setMetres(target.value)}
            />
          )}
          {way === 'outline' && corners.length > 0 && <Corners corners={corners} onCorners={setCorners} />}
          {corners.length > 0 && <Told state={state} />}
          <DrawForm code={code} corners={ring} state={state} circle={way === 'circle'} />
        </div>
      </div>
    </Page>
  );
}

/** The same drawing as a list, for those who do not draw. */
function Corners({ corners, onCorners }: { corners: readonly Corner[]; onCorners: (corners: readonly Corner[]) => void }) {
  const t = useTexts(drawTexts);
  const f = useFormat();
  return (
    <section className="stack stack--tight" aria-label={t('corners')}>
      <ol className="plain-list draw-corners">
        {corners.map(([longitude, latitude], index) => (
          <li key={`${index} ${longitude} ${latitude}`}>
            <span>
              {t('corner', { number: index + 1 })}{' '}
              <span className="muted small">
                {f.number(latitude, 5)}, {f.number(longitude, 5)}
              </span>
            </span>
            <span>
              <IconButton
                icon="chevronUp"
                label={t('moveUp', { number: index + 1 })}
                aria-disabled={index === 0 || undefined}
                onClick={() => index > 0 && onCorners(corners.toSpliced(index, 1).toSpliced(index - 1, 0, corners[index]!))}
              />
              <IconButton icon="trash" label={t('removeCorner', { number: index + 1 })} onClick={() => onCorners(corners.toSpliced(index, 1))} />
            </span>
          </li>
        ))}
      </ol>
      <div>
        <Button look="quiet" icon="undo" onClick={() => onCorners([])}>
          {t('begin')}
        </Button>
      </div>
    </section>
  );
} // prettier-ignore

function Told({ state }: { state: DrawingState }) {
  const t = useTexts(drawTexts);
  const f = useFormat();
  if (state.status === 'crossing') {
    return (
      <Notice tone="bad" urgent>
        <p>{t('crossing', { first: state.first, second: state.second })}</p>
      </Notice>
    );
  }
  const area = f.number(state.squareMetres / 10_000, state.squareMetres < 100_000 ? 1 : 0);
  if (state.status === 'too-few') return null;
  if (state.status === 'good') return <output>{t('area', { area })}</output>;
  return (
    <Notice tone="bad" urgent>
      <p>{t(state.status, { area })}</p>
    </Notice>
  );
}
