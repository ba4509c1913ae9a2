import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { FileDrop } from '../ui/file-drop.js';
import { currentLanguage, useLanguage, useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { Table } from '../ui/table.js';
import { CrimeCodeForm } from './crime-code-form.js';
import { categoryListQuery, useListWrite } from './list-api.js';
import { OpenRow } from './row-tools.js';
import { bringCrimeCodes, type CrimeCodeList, crimeCodesQuery, type CrimeCodeRow } from './rule-api.js';
import { ruleTexts } from './rule-texts.js';

const newOne = '';

/** The crime codes that this municipality wants otherwise than the standard table. */
export function CrimeCodesPart({ code }: { code: string }) {
  const t = useTexts(ruleTexts);
  const language = useLanguage();
  const { data, error, refetch } = useQuery(crimeCodesQuery(code));
  const categories = useQuery(categoryListQuery(code)).data?.categories;
  const [open, setOpen] = useState<string | null>(null);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined || categories === undefined) return <Skeleton lines={6} />;
  const chosen = data.codes.find((one) => one.code === open) ?? null;
  const named = (row: { category: string; subcategory: string | null }) => {
    const category = categories.find((one) => one.code === row.category);
    const sub = category?.subcategories.find((one) => one.code === row.subcategory);
    return [category?.name[language] ?? row.category, sub?.name[language] ?? row.subcategory]
      .filter((one) => one !== null)
      .join(' · ');
  };
  const held = (row: CrimeCodeRow) => t(row.alwaysSensitive ? 'alwaysHeld' : row.sensitive ? 'held' : 'kept');
  return (
    <div className="stack stack--wide">
      <div className="row row--between">
        <p className="muted">{t('codesLead')}</p>
        <Button look="primary" icon="plus" onClick={() => setOpen(newOne)}>
          {t('addCode')}
        </Button>
      </div>
      <Table
        caption={t('codes')}
        hideCaption
        rows={data.codes}
        rowKey={(row) => row.code}
        empty={t('noCodes')}
        columns={[
          { id: 'code', header: t('code'), rowHeader: true, cell: (row) => <OpenRow name={row.code} onOpen={() => setOpen(row.code)} /> },
          { id: 'category', header: t('category'), cell: named },
          { id: 'place', header: t('place'), cell: held },
          { id: 'standard', header: t('standard'), cell: (row) => (row.standard ? named(row.standard) : t('noStandard')) },
        ]}
      />
      <CodeFile code={code} />
      <Dialog open={open !== null} onClose={() => setOpen(null)} title={chosen?.code ?? t('addCode')} place="side">
        {open !== null && <CrimeCodeForm key={open} code={code} row={chosen} categories={categories} onDone={() => setOpen(null)} />}
      </Dialog>
    </div>
  ); // prettier-ignore
}

function CodeFile({ code }: { code: string }) {
  const t = useTexts(ruleTexts);
  const write = useListWrite<CrimeCodeList>(code, crimeCodesQuery(code).queryKey);
  const [file, setFile] = useState<File | null>(null);
  const problem = write.error === null ? null : problemOf(write.error, currentLanguage());
  const lines = problem?.errors ?? [];
  const read = async (given: File | null) => {
    setFile(given);
    write.reset();
    if (given === null) return;
    // What is shown when it is refused stands below.
    await write.mutateAsync({ write: bringCrimeCodes(code, await given.text()), said: t('fileRead') }).then(
      () => setFile(null),
      () => undefined,
    );
  };
  return (
    <div className="stack stack--tight">
      <FileDrop label={t('file')} hint={t('fileHint')} accept=".csv,.txt" file={file} onFile={(given) => void read(given)} />
      <ErrorNotice error={problem} hideFields />
      {lines.length > 0 && (
        <ul className="plain-list" aria-live="polite">
          {lines.map(({ detail }) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
    </div>
  ); // prettier-ignore
}
