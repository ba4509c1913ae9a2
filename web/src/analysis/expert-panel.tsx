import { useReproduction } from '../findings/findings-api.js';
import { Button } from '../ui/button.js';
import { Checkbox } from '../ui/checkbox.js';
import { DescriptionList } from '../ui/description-list.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { useFormat } from '../ui/use-format.js';
import type { AnswerProps } from './answer.js';
import { CompareRuns } from './compare-runs.js';
import { ParameterFields } from './parameter-fields.js';
import { analysisTexts } from './texts.js';

interface ExpertPanelProps extends AnswerProps {
  hidden: ReadonlySet<string>;
  hide: (layers: ReadonlySet<string>) => void;
}

/** For those who want to see and change how it is counted; closed until asked for. */
export function ExpertPanel(props: ExpertPanelProps) {
  const { code, run } = props;
  const t = useTexts(analysisTexts);
  return (
    <details className="analysis-more" open={(props.search.varden?.length ?? 0) > 0}>
      <summary>
        {t('expert')}
        <Icon name="chevronDown" size={20} />
      </summary>
      <div className="stack stack--wide analysis-expert">
        <p className="muted">{t('expertLead')}</p>
        <ParameterFields {...props} />
        {run.question === 'windows' && <GiStar {...props} />}
        <RunFacts {...props} />
        <Reproduce code={code} id={run.id} />
        {run.question === 'places' && <CompareRuns code={code} run={run} />}
      </div>
    </details>
  );
}

function RunFacts({ run }: ExpertPanelProps) {
  const t = useTexts(analysisTexts);
  const f = useFormat();
  const { seed } = (run.parameters['people'] ?? run.parameters) as { seed?: unknown };
  const facts = [
    ...(typeof seed === 'number' ? [{ term: t('seed'), value: f.number(seed) }] : []),
    { term: t('version'), value: run.methodVersion },
    { term: t('made'), value: f.dateTime(run.createdAt) },
    { term: t('run'), value: <code className="analysis-code">{run.id}</code> },
    { term: t('hash'), value: <code className="analysis-code">{run.inputHash}</code> },
    {
      term: t('parameters'),
      value: <code className="analysis-code">{JSON.stringify(run.parameters)}</code>,
    },
  ];
  return <DescriptionList facts={facts} />;
}

/** The layer is offered only where its conditions hold; else the notices of the answer say why not. */
function GiStar({ run, hidden, hide }: ExpertPanelProps) {
  const t = useTexts(analysisTexts);
  if (run.parameters['giStar'] !== 'offered') return <p>{t('giNot')}</p>;
  return (
    <div className="stack stack--tight">
      <p>{t('giOffered')}</p>
      <Checkbox
        label={t('giShow')}
        checked={!hidden.has('gi-star')}
        onChange={({ target }) => hide(new Set(target.checked ? ['window'] : ['gi-star']))}
      />
    </div>
  );
}

/** Runs it again: a number that nobody can check is not a number. */
function Reproduce({ code, id }: { code: string; id: string }) {
  const t = useTexts(analysisTexts);
  const again = useReproduction(code, id);
  return (
    <div className="stack stack--tight" aria-live="polite">
      <ErrorNotice error={again.error} />
      {again.data !== undefined && (
        <Notice tone={again.data.same ? 'good' : 'caution'}>
          <p>{again.data.sentence}</p>
        </Notice>
      )}
      <div>
        <Button icon="undo" busy={again.isPending} onClick={() => again.mutate()}>
          {t('reproduce')}
        </Button>
      </div>
    </div>
  );
}
