import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ProblemError } from '../api/problem.js';
import { useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { FileDrop } from '../ui/file-drop.js';
import { useTexts } from '../ui/language.js';
import { Progress } from '../ui/progress.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { TextArea } from '../ui/text-field.js';
import { type ImportDetail, type ImportSource, usePastedTable, useUpload } from './import-api.js';
import { importTexts } from './texts.js';

/** Drop a file or paste a table; what to bring and what is removed stands beside it. */
export function NewImport({ code }: { code: string }) {
  const t = useTexts(importTexts);
  const kind = useMembership()?.organisation.kind;
  const mayPolice = kind === 'police' || kind === 'municipality';
  const [source, setSource] = useState<ImportSource>(mayPolice ? 'police' : 'external');
  const [file, setFile] = useState<File | null>(null);
  const upload = useUpload(code);
  const open = useOpen(code);
  const send = (picked: File) => {
    setFile(picked);
    upload.mutate({ file: picked, source, kind: 'points' }, { onSuccess: open });
  };
  return (
    <div className="import-new">
      <div className="stack">
        {mayPolice && <SourceChoice source={source} onChange={setSource} />}
        <FileDrop
          label={t('dropLabel')}
          hint={t('dropHint')}
          accept=".csv,.txt,.tsv,.xlsx"
          file={file}
          onFile={send}
          error={fieldError(upload.error, '/file')}
        />
        {upload.isPending && <Progress label={t('reading')} value={null} max={1} />}
        {fieldError(upload.error, '/file') === undefined && <ErrorNotice error={upload.error} />}
        <PasteTable code={code} source={source} />
      </div>
      <Teaching />
    </div>
  );
}

function SourceChoice({ source, onChange }: { source: ImportSource; onChange: (source: ImportSource) => void }) {
  const t = useTexts(importTexts);
  return (
    <RadioTiles
      legend={t('sourceLabel')}
      size="small"
      value={source}
      onChange={(value) => onChange(value as ImportSource)}
      tiles={[
        { value: 'police', label: t('sourcePolice'), note: t('sourcePoliceNote') },
        { value: 'external', label: t('sourceExternal'), note: t('sourceExternalNote') },
      ]}
    />
  );
}

function PasteTable({ code, source }: { code: string; source: ImportSource }) {
  const t = useTexts(importTexts);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const paste = usePastedTable(code);
  const open = useOpen(code);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMissing(text.trim() === '');
    if (text.trim() !== '') paste.mutate({ text, source }, { onSuccess: open });
  };
  const error = missing ? t('tableMissing') : fieldError(paste.error, '/text');
  return (
    <details className="import-paste">
      <summary>
        <h2>{t('tableTitle')}</h2>
      </summary>
      <form className="stack" noValidate onSubmit={send}>
        <p>{t('tableLead')}</p>
        <TextArea
          label={t('tableLabel')}
          hint={t('tableHint')}
          rows={6}
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={error}
          spellCheck={false}
        />
        {error === undefined && <ErrorNotice error={paste.error} />}
        <div>
          <Button type="submit" busy={paste.isPending}>
            {t('readTable')}
          </Button>
        </div>
      </form>
    </details>
  );
}

function Teaching() {
  const t = useTexts(importTexts);
  return (
    <aside className="card stack import-teaching">
      <h2>{t('teachTitle')}</h2>
      <ul>
        {(['teachWhat', 'teachWhen', 'teachWhere', 'teachId'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <h2>{t('removedTitle')}</h2>
      <ul>
        {(['removedPlace', 'removedText', 'removedFile'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </aside>
  );
}

function useOpen(code: string) {
  const navigate = useNavigate();
  return ({ id }: ImportDetail) => void navigate({ to: '/$code/importera/$id', params: { code, id } });
}

/** What the API says about one field, when it says something about it. */
function fieldError(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  return error.problem.errors?.find((fault) => fault.pointer === pointer)?.detail;
}
