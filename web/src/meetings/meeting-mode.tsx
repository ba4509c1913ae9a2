import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { uuidv7 } from '../api/uuid.js';
import { Button, IconButton } from '../ui/button.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { useKeysSetting } from '../ui/single-keys.js';
import { showToast } from '../ui/toast.js';
import { Agenda } from './agenda.js';
import { CloseDialog } from './close-dialog.js';
import { ownersOf } from './decision.js';
import { DecisionForm, type Decided } from './decision-form.js';
import { KeysDialog } from './keys-dialog.js';
import { LiveWords } from './live-words.js';
import { withdrawDecision } from './action-api.js';
import { meetingsQuery, organisationsQuery, type Meeting } from './meeting-api.js';
import { decide } from './meeting-parts-api.js';
import type { MeetingPageProps } from './meeting-page.js';
import { nextDay } from './next-day.js';
import { meetingTexts } from './texts.js';
import { useCalls } from './use-calls.js';
import type { Live } from './use-live.js';
import { useKeptItem } from './use-kept-item.js';
import { useMeetingKeys } from './use-meeting-keys.js';

interface MeetingModeProps extends MeetingPageProps {
  code: string;
  meeting: Meeting;
  live: Live;
}

/** The meeting while it goes on: agenda and map side by side, one field always ready for a decision. */
export function MeetingMode({ code, meeting, live, map, seen }: MeetingModeProps) {
  const t = useTexts(meetingTexts);
  const mayWrite = may(useMembership(), 'meeting:write');
  const calls = useCalls(code, meeting.id);
  const [current, setCurrent] = useState<string | null>(meeting.items[0]?.id ?? null);
  const [place, setPlace] = useState<'agenda' | 'map'>('agenda');
  const [dialog, setDialog] = useState<'keys' | 'close' | null>(null);
  const [keysOn, setKeysOn] = useKeysSetting('meeting');
  const organisations = useQuery(organisationsQuery(code)).data ?? [];
  const planned = useQuery(meetingsQuery(code)).data?.find(({ id }) => id === meeting.nextMeetingId);
  const mapState = useMapState();
  const agenda = useRef<HTMLElement>(null);
  useKeptItem(agenda);
  const decision = useDecision({ code, meeting, current, view: mapState.view, seen, onDone: mapState.settle });
  useMeetingKeys(keyTable({ meeting, current, setCurrent, setPlace, help: () => setDialog('keys') }), keysOn);
  const show = (view: string) => {
    mapState.show(view);
    setPlace('map');
  };
  return (
    <Page title={meeting.title} width="full">
      <div className="meeting" data-place={place} data-contrast="high">
        <MeetingHead {...{ meeting, live, mayWrite }} onKeys={() => setDialog('keys')} onClose={() => setDialog('close')} />
        <div className="meeting-body">
          <div className="meeting-places">
            <RadioTiles legend={t('showing')} hideLegend size="small" tiles={[{ value: 'agenda', label: t('agenda') }, { value: 'map', label: t('map') }]} value={place} onChange={(chosen) => setPlace(chosen === 'map' ? 'map' : 'agenda')} />
          </div>
          <section ref={agenda} className="meeting-agenda" aria-label={t('agenda')}>
            <Agenda {...{ code, meeting, calls, mayWrite, current }} onCurrent={setCurrent} onView={show} />
          </section>
          {mayWrite && (
            <section className="meeting-bottom" aria-label={t('decide')}>
              <DecisionForm owners={ownersOf(meeting.participants)} organisations={organisations} next={nextDay(meeting, planned?.at)} mapMoved={mapState.moved} onDecide={decision.onDecide} said={decision.said} />
            </section>
          )}
          <section className="meeting-map" aria-label={t('map')} onPointerDownCapture={mapState.touch} onWheelCapture={mapState.touch} onKeyDownCapture={mapState.touch}>
            {map({ view: mapState.view, onView: mapState.onView })}
          </section>
        </div>
      </div>
      <KeysDialog open={dialog === 'keys'} on={keysOn} onChange={setKeysOn} onClose={() => setDialog(null)} />
      <CloseDialog {...{ code, meeting }} open={dialog === 'close'} onClose={() => setDialog(null)} />
    </Page>
  ); // prettier-ignore
}

interface MeetingHeadProps {
  meeting: Meeting;
  live: Live;
  mayWrite: boolean;
  onKeys: () => void;
  onClose: () => void;
}

function MeetingHead({ meeting, live, mayWrite, onKeys, onClose }: MeetingHeadProps) {
  const t = useTexts(meetingTexts);
  return (
    <>
      <header className="meeting-head">
        <div className="row">
          {/* The page's own heading is heard; this one is seen. */}
          <p className="meeting-name" aria-hidden="true">{meeting.title}</p>
          <LiveWords live={live} />
        </div>
        <div className="row">
          <IconButton icon="info" label={t('keys')} onClick={onKeys} />
          <IconButton icon="eye" label={t('fullScreen')} onClick={toggleFullScreen} />
          {mayWrite && <Button look="primary" onClick={onClose}>{t('closeMeeting')}</Button>}
        </div>
      </header>
      {meeting.leftOpen && <Notice tone="caution" title={t('leftOpenTitle')}>{t('leftOpenText')}</Notice>}
    </>
  ); // prettier-ignore
}

function toggleFullScreen(): void {
  if (document.fullscreenElement === null) void document.documentElement.requestFullscreen().catch(() => undefined);
  else void document.exitFullscreen();
}

/** The map beside: its view, and whether somebody has moved it since the last decision; it finds its own place first. */
function useMapState() {
  const [view, setView] = useState('');
  const [moved, setMoved] = useState(false);
  return {
    view,
    moved,
    onView: setView,
    show: (next: string) => {
      setView(next);
      setMoved(true);
    },
    touch: () => setMoved(true),
    settle: () => setMoved(false),
  };
}

interface DecisionOptions {
  code: string;
  meeting: Meeting;
  current: string | null;
  view: string;
  seen: MeetingPageProps['seen'];
  onDone: () => void;
}

/** Writes a decision down, with the map when it is to go along, and reads it back with a way to take it back. */
function useDecision({ code, meeting, current, view, seen, onDone }: DecisionOptions) {
  const t = useTexts(meetingTexts);
  const language = useLanguage();
  const calls = useCalls(code, meeting.id);
  const [said, setSaid] = useState('');
  const [id, setId] = useState(uuidv7);
  const onDecide = async ({ owner, withMap, secrecyBasis, ...decided }: Decided) => {
    const frozen = withMap ? await seen(view) : null;
    const { organisationId, ownerFunction } = owner;
    const classification = secrecyBasis === null ? ('open' as const) : ('may-be-secret' as const);
    const where = { hotspotId: null, itemId: current, view: frozen };
    // One id per decision: sent again after a lost answer it is the same.
    const body = {
      ...decided,
      ...where,
      id,
      organisationId,
      ownerFunction,
      classification,
      secrecyBasis,
      secrecyBy: null,
    };
    const after = await decide(code, meeting.id, body);
    setSaid(after.decisions.find(({ action }) => action.id === id)?.action.sentence[language] ?? decided.what);
    setId(uuidv7());
    onDone();
    void calls.refresh();
    const undo = async () => {
      await calls.act(() => withdrawDecision(code, id));
      setSaid(t('withdrawn'));
    };
    showToast({ text: t('decidedToast'), tone: 'good', undo: { act: () => void undo() } });
  };
  return { said, onDecide };
}

interface KeyDeeds {
  meeting: Meeting;
  current: string | null;
  setCurrent: (id: string) => void;
  setPlace: (place: 'agenda' | 'map') => void;
  help: () => void;
}

function keyTable({ meeting, current, setCurrent, setPlace, help }: KeyDeeds) {
  const step = (by: number) => {
    const at = meeting.items.findIndex(({ id }) => id === current);
    const next = meeting.items[Math.min(meeting.items.length - 1, Math.max(0, at + by))];
    if (next !== undefined) setCurrent(next.id);
  };
  const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();
  return {
    j: () => step(1),
    k: () => step(-1),
    b: () => focus('.meeting-decide textarea'),
    n: () => {
      setPlace('agenda');
      requestAnimationFrame(() => focus('.meeting-note textarea'));
    },
    m: () => {
      setPlace('map');
      requestAnimationFrame(() => focus('.meeting-map :is(.maplibregl-canvas, button, a)'));
    },
    f: toggleFullScreen,
    '?': help,
  };
}
