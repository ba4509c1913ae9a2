import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemError } from '../api/problem.js';
import { may, useMembership } from '../api/session.js';
import { Button, buttonClass } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { FileDrop } from '../ui/file-drop.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Progress } from '../ui/progress.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { Skeleton } from '../ui/skeleton.js';
import { Table } from '../ui/table.js';
import { useFormat } from '../ui/use-format.js';
import { type RegisterKind, registersQuery, type RegisterSource, useReadRegister } from './register-api.js';
import { RegisterResult } from './register-result.js';
import './registers.css';
import { registerTexts } from './texts.js';

const kinds = ['addresses', 'places', 'streets', 'areas'] as const;

/** What the municipality is placed by: what there is, and a file to read in. */
export function RegisterPage() {
  const t = useTexts(registerTexts);
  const { code } = useParams({ strict: false });
  const membership = useMembership();
  if (code === undefined) return null;
  const back = may(membership, 'import:read') && (
    <Link to="/$code/importera" params={{ code }} className={buttonClass()}>
      {t('back')}
    </Link>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={back}>
      <States code={code} />
      {may(membership, 'register:write') && <NewRegister code={code} />}
    </Page>
  );
}

function States({ code }: { code: string }) {
  const t = useTexts(registerTexts);
  const f = useFormat();
  const { data, error, isPending, refetch } = useQuery(registersQuery(code));
  return (
    <section className="stack">
      <h2>{t('haveTitle')}</h2>
      {isPending && <Skeleton lines={4} />}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data && (
        <Table
          caption={t('haveTitle')}
          hideCaption
          rows={data}
          rowKey={({ kind }) => kind}
          columns={[
            { id: 'kind', header: t('columnKind'), rowHeader: true, cell: ({ kind }) => t(kind) },
            { id: 'count', header: t('columnCount'), numeric: true, cell: ({ count }) => f.number(count) },
            {
              id: 'latest',
              header: t('columnLatest'),
              cell: ({ latest }) =>
                latest === null ? (
                  <span className="muted">{t('never')}</span>
                ) : (
                  t('latest', { when: f.dateTime(latest.at), file: latest.fileName, added: latest.added, changed: latest.changed })
                ),
            },
          ]}
        />
      )}
    </section>
  );
} // prettier-ignore

function NewRegister({ code }: { code: string }) {
  const t = useTexts(registerTexts);
  const [kind, setKind] = useState<RegisterKind>('addresses');
  const [source, setSource] = useState<RegisterSource | null>(null);
  const read = useReadRegister(code);
  const send = (next: RegisterSource) => {
    setSource(next);
    read.mutate(next);
  };
  const choose = (next: RegisterKind) => {
    setKind(next);
    setSource(null);
    read.reset();
  };
  const fault = fileFault(read.error);
  return (
    <section className="stack register-new">
      <h2>{t('newTitle')}</h2>
      <RadioTiles
        legend={t('kindLabel')}
        size="small"
        value={kind}
        onChange={(value) => choose(value as RegisterKind)}
        tiles={kinds.map((each) => ({ value: each, label: t(each), note: t(`${each}Note`) }))}
      />
      <FileDrop
        label={t('dropLabel')}
        hint={t('dropHint')}
        accept=".csv,.txt,.tsv,.xlsx,.gpkg,.zip,.json,.geojson"
        file={source && 'file' in source ? source.file : null}
        onFile={(file) => send({ kind, file, store: false })}
        error={fault}
      />
      {kind === 'areas' && (
        <div className="stack stack--tight">
          <h3>{t('scbTitle')}</h3>
          <p>{t('scbLead')}</p>
          <div className="row">
            <Button disabled={read.isPending} onClick={() => send({ layer: 'deso', store: false })}>
              {t('scbDeso')}
            </Button>
            <Button disabled={read.isPending} onClick={() => send({ layer: 'regso', store: false })}>
              {t('scbRegso')}
            </Button>
          </div>
        </div>
      )}
      {read.isPending && <Progress label={t('reading')} value={null} max={1} />}
      {fault === undefined && <ErrorNotice error={read.error} />}
      {read.data && source && !read.isPending && (
        <RegisterResult code={code} reading={read.data} onStore={() => send({ ...source, store: true })} />
      )}
    </section>
  );
}

/** What is wrong with the file itself stands at the file. */
function fileFault(error: unknown): string | undefined {
  return error instanceof ProblemError
    ? error.problem.errors?.find(({ pointer }) => pointer === '/file')?.detail
    : undefined;
}
