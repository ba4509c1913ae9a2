import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import { EffectBars } from '../findings/effect-bars.js';
import { spansOf } from '../findings/effort.js';
import { useAsking } from '../findings/use-asking.js';
import { Waiting } from '../findings/waiting.js';
import { keepTogether } from '../ui/format.js';
import { useTexts } from '../ui/language.js';
import { addDays, todayInSweden } from '../ui/period.js';
import { DateField } from '../ui/text-field.js';
import { clockOf } from './clock.js';
import { meetingTexts } from './texts.js';

/** Before and after at a hot spot: from the day it was taken up, unless the group says another. */
export function BeforeAfter({ code, hotspotId }: { code: string; hotspotId: string }) {
  const t = useTexts(meetingTexts);
  const hotspot = useQuery({
    queryKey: ['meeting-hotspot', code, hotspotId],
    queryFn: () =>
      answer(api.GET('/api/v1/municipalities/{code}/hotspots/{id}', { params: { path: { code, id: hotspotId } } })),
  }).data;
  if (hotspot === undefined) return <p className="muted">{t('loading')}</p>;
  return <Answered code={code} hotspotId={hotspotId} adopted={clockOf(hotspot.adoptedAt).day} />;
}

function Answered({ code, hotspotId, adopted }: { code: string; hotspotId: string; adopted: string }) {
  const t = useTexts(meetingTexts);
  const [today] = useState(() => todayInSweden(new Date()));
  const [from, setFrom] = useState(adopted);
  // What is done at a hot spot goes on; a week is the least that can be told from a coincidence.
  const spans = from === '' ? null : spansOf({ from, to: addDays(from, 6) }, today);
  const asking = useAsking(code, spans === null ? null : { question: 'effect', hotspotId, ...spans });
  return (
    <div className="stack stack--tight meeting-effect">
      <DateField label={t('effortBegan')} value={from} max={today} onChange={({ target }) => setFrom(target.value)} />
      {spans === null && <p className="muted">{t('tooEarly')}</p>}
      <Waiting asking={asking} />
      {asking.run !== null && (
        <>
          <output>{keepTogether(asking.run.sentence)}</output>
          <EffectBars run={asking.run} />
        </>
      )}
      <Link to="/$code/hotspots/$id" params={{ code, id: hotspotId }} search={{ flik: 'uppfoljning' }}>
        {t('openHotspot')}
      </Link>
    </div>
  );
}
