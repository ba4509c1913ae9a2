import { Button, buttonClass } from '../ui/button.js';
import { Checkbox } from '../ui/checkbox.js';
import { useTexts } from '../ui/language.js';
import { StatusTag } from '../ui/status-tag.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import { type MobilisationRun, useEnd, useTick } from './mobilisation-api.js';
import { dialled } from './routine-lines.js';
import { mobilisationTexts } from './texts.js';

/** A routine under way: call and tick in order, on a phone; everybody sees the same ticks. */
export function RunPart({ code, run }: { code: string; run: MobilisationRun }) {
  const t = useTexts(mobilisationTexts);
  const f = useFormat();
  const tick = useTick(code, run.id);
  const end = useEnd(code, run.id);
  const failed = { onError: () => showToast({ text: t('failed'), tone: 'bad' }) };
  return (
    <div className="stack">
      <div className="row">
        <StatusTag tone="action">{t('running', { time: f.dateTime(run.startedAt) })}</StatusTag>
        <span className="muted">{t('startedBy', { organisation: run.organisation })}</span>
      </div>
      <ol className="plain-list mobilisation-lines">
        {run.lines.map((line, at) => (
          <li key={`${line.kind} ${line.text}`}>
            <div>
              <Checkbox
                label={line.text}
                checked={line.ticked !== null}
                onChange={(event) => tick.mutate({ line: at, done: event.target.checked }, failed)}
              />
              {line.ticked !== null && (
                <p className="muted small mobilisation-ticked">
                  {t('ticked', { organisation: line.ticked.organisation, time: f.time(line.ticked.at) })}
                </p>
              )}
            </div>
            {line.phone !== null && (
              <a href={dialled(line.phone)} className={buttonClass()}>
                {t('call', { number: line.phone })}
              </a>
            )}
          </li>
        ))}
      </ol>
      <div>
        <Button look="primary" busy={end.isPending} onClick={() => end.mutate(undefined, failed)}>
          {t('end')}
        </Button>
      </div>
    </div>
  );
}
