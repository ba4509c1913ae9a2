import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { Skeleton } from '../ui/skeleton.js';
import { showToast } from '../ui/toast.js';
import { type Answer, assess, type OwnAssessments, ownAssessmentsQuery, weekText } from './assessment-api.js';
import './assessments.css';
import { assessmentTexts } from './texts.js';

type Area = OwnAssessments['areas'][number];

/** How an area's week was, in half a minute with one thumb. */
export function AssessPage() {
  const { code = '' } = useParams({ strict: false });
  const t = useTexts(assessmentTexts);
  const [weeks] = useState(() => [weekText(new Date()), weekText(new Date(), -1)] as const);
  const [week, setWeek] = useState<string>(weeks[0]);
  const [areaId, setArea] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(ownAssessmentsQuery(code, week));
  const area = data?.areas.find(({ id }) => id === areaId);
  const mayRead = may(useMembership(), 'coverage:read');
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <div className="stack stack--wide">
        <RadioTiles
          legend={t('whichWeek')}
          size="small"
          value={week}
          onChange={setWeek}
          tiles={weeks.map((value, index) => ({
            value,
            label: t(index === 0 ? 'thisWeek' : 'lastWeek', { week: Number(value.slice(-2)) }),
          }))}
        />
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {data === undefined && error === null && <Skeleton lines={6} />}
        {data?.areas.length === 0 && <p className="muted">{t('noAreas')}</p>}
        {data !== undefined && data.areas.length > 0 && (
          <RadioTiles
            legend={t('whichArea')}
            size="small"
            value={areaId}
            onChange={setArea}
            tiles={data.areas.map(({ id, name, answers }) => ({
              value: id,
              label: name,
              ...(answers.length > 0 ? { note: t('done') } : {}),
            }))}
          />
        )}
        {data !== undefined && area !== undefined && (
          <Questions key={`${week} ${area.id}`} code={code} own={data} area={area} />
        )}
        {mayRead && (
          <p>
            <Link to="/$code/bedomningar" params={{ code }}>
              {t('toResult')}
            </Link>
          </p>
        )}
      </div>
    </Page>
  );
}

const choices: readonly Answer[] = ['calmer', 'usual', 'worse', 'unknown'];

function Questions({ code, own, area }: { code: string; own: OwnAssessments; area: Area }) {
  const t = useTexts(assessmentTexts);
  const language = useLanguage();
  const client = useQueryClient();
  const [given, setGiven] = useState<ReadonlyMap<string, Answer>>(
    () => new Map(area.answers.map(({ factor, answer }) => [factor, answer])),
  );
  const [checked, setChecked] = useState(false);
  const saving = useMutation({
    mutationFn: (answers: Area['answers']) => assess({ code, week: own.week, id: area.id }, answers),
    onSuccess: (fresh, answers) => {
      client.setQueryData(ownAssessmentsQuery(code, own.week).queryKey, fresh);
      const text = answers.length > 0 ? t('saved', { area: area.name, week: Number(own.week.slice(-2)) }) : t('removed', { area: area.name }); // prettier-ignore
      showToast({ text, tone: 'good' });
    },
    onSettled: () =>
      Promise.all(
        ['assessments', 'coverage', 'own-coverage', 'situation'].map((key) =>
          client.invalidateQueries({ queryKey: [key, code] }),
        ),
      ),
  });
  const answers = [...given].map(([factor, answer]) => ({ factor, answer }));
  const save = () => {
    setChecked(true);
    if (answers.length > 0) saving.mutate(answers);
  };
  return (
    <div className="stack">
      {own.factors.map(({ code: factor, name }) => (
        <div key={factor} className="assessment-question">
          <RadioTiles
            legend={name[language]}
            size="small"
            value={given.get(factor) ?? null}
            onChange={(answer) => setGiven(new Map(given).set(factor, answer as Answer))}
            tiles={choices.map((value) => ({ value, label: t(value) }))}
          />
        </div>
      ))}
      <ErrorNotice error={saving.error} />
      {checked && answers.length === 0 && <p role="alert">{t('nothingYet')}</p>}
      <div className="assessment-save">
        <Button look="primary" size="large" wide icon="check" busy={saving.isPending} onClick={save}>
          {t('save')}
        </Button>
      </div>
      {area.answers.length > 0 && (
        <Button
          look="quiet"
          onClick={() => {
            setGiven(new Map());
            setChecked(false);
            saving.mutate([]);
          }}
        >
          {t('remove')}
        </Button>
      )}
    </div>
  );
}
