import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';
import { WaitingList } from '../outbox/waiting-list.js';
import { Button, buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CategoryIcon } from '../ui/icons.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { TextArea } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import { categoriesQuery, type Category } from './report-api.js';
import './report.css';
import { reportTexts } from './texts.js';
import { useMending } from './use-mending.js';

type MyReport = components['schemas']['MyReport'];

/** What became of one's own reports; those that still wait on the phone stand first. */
export function MyReportsPage() {
  const { code = '' } = useParams({ strict: false });
  const t = useTexts(reportTexts);
  const language = useLanguage();
  const mend = useMending(code);
  const categories = useQuery(categoriesQuery(code)).data ?? [];
  const { data, error, refetch } = useQuery({
    queryKey: ['my-reports', code, language],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/incidents/mine', { params: { path: { code } } })),
  });
  const toForm = (
    <Link to="/$code/rapportera" params={{ code }} className={buttonClass({ look: 'primary' })}>
      {t('toReport')}
    </Link>
  );
  return (
    <Page title={t('mineTitle')} lead={t('mineLead')} width="text" actions={toForm}>
      <WaitingList except={null} onMend={mend} />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton shape="cards" lines={3} />}
      {data?.length === 0 && (
        <EmptyState icon="report" title={t('mineNone')} action={toForm}>
          {t('mineNoneNote')}
        </EmptyState>
      )}
      {data !== undefined && data.length > 0 && (
        <ul className="plain-list stack">
          {data.map((report) => (
            <Mine key={report.id} code={code} report={report} categories={categories} />
          ))}
        </ul>
      )}
    </Page>
  );
}

interface MineProps {
  code: string;
  report: MyReport;
  categories: readonly Category[];
}

function Mine({ code, report, categories }: MineProps) {
  const t = useTexts(reportTexts);
  const language = useLanguage();
  const f = useFormat();
  const category = categories.find((one) => one.code === report.categoryCode);
  const sub = category?.subcategories.find((one) => one.code === report.subcategoryCode);
  return (
    <li className="card report-mine">
      <h2>
        <CategoryIcon code={report.categoryCode} size={24} /> {(sub ?? category)?.name[language] ?? report.categoryCode}
      </h2>
      <p className="muted">
        {[report.place, f.dateTime(report.occurredFrom)].filter((part) => part !== null).join(' · ')}
      </p>
      {report.description !== null && <p>{report.description}</p>}
      <p>
        <strong>{report.sentence}</strong>
      </p>
      {report.messages.map(({ kind, text, at }) => (
        <p key={at} className="report-message">
          <span className="muted small">
            {t(kind === 'question' ? 'question' : 'ownAnswer')} {f.dateTime(at)}
          </span>
          {text}
        </p>
      ))}
      {report.mayAnswer && <Answer code={code} id={report.id} />}
      <p className="muted small">{t('mineWhen', { at: f.dateTime(report.createdAt) })}</p>
    </li>
  );
}

function Answer({ code, id }: { code: string; id: string }) {
  const t = useTexts(reportTexts);
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const send = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/municipalities/{code}/incidents/{id}/answers', {
          params: { path: { code, id } },
          body: { text: text.trim() },
        }),
      ),
    onSuccess: async () => {
      showToast({ text: t('answerSent'), tone: 'good' });
      await client.invalidateQueries({ queryKey: ['my-reports', code] });
    },
  });
  return (
    <form
      className="stack stack--tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(text.trim() === '');
        if (text.trim() !== '') send.mutate();
      }}
    >
      <ErrorNotice error={send.error} />
      <TextArea
        label={t('answer')}
        maxLength={1000}
        value={text}
        error={missing ? t('answerMissing') : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" busy={send.isPending}>
        {t('answerSend')}
      </Button>
    </form>
  );
}
