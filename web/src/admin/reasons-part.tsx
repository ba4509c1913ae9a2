import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { Checkbox } from '../ui/checkbox.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { StatusTag } from '../ui/status-tag.js';
import { TextField } from '../ui/text-field.js';
import { useListWrite } from './list-api.js';
import { listTexts } from './list-texts.js';
import { FormEnd, OpenRow, RowHistory } from './row-tools.js';
import { type ReasonEdit, type ReasonList, reasonsQuery, saveReason } from './rule-api.js';
import { ruleTexts } from './rule-texts.js';

type Reason = ReasonList['reasons'][number];

/** Why a report may be set aside, in the municipality's own words. */
export function ReasonsPart({ code }: { code: string }) {
  const t = useTexts(ruleTexts);
  const words = useTexts(listTexts);
  const language = useLanguage();
  const { data, error } = useQuery(reasonsQuery(code));
  const [open, setOpen] = useState<Reason | 'new' | null>(null);
  const chosen = open === 'new' ? null : open;
  return (
    <section className="stack" aria-labelledby="admin-reasons">
      <h2 id="admin-reasons">{t('reasons')}</h2>
      <p className="muted">{t('reasonsLead')}</p>
      <ErrorNotice error={error} />
      <ul className="plain-list admin-subs">
        {(data?.reasons ?? []).map((reason) => (
          <li key={reason.code} className="admin-sub">
            <OpenRow name={reason.name[language]} onOpen={() => setOpen(reason)} />
            {reason.hidden && <StatusTag tone="neutral">{words('hiddenTag')}</StatusTag>}
          </li>
        ))}
      </ul>
      <div>
        <Button icon="plus" onClick={() => setOpen('new')}>
          {t('addReason')}
        </Button>
      </div>
      <Dialog
        open={open !== null}
        onClose={() => setOpen(null)}
        title={chosen?.name[language] ?? t('addReason')}
        place="side"
      >
        {open !== null && <ReasonForm code={code} reason={chosen} onDone={() => setOpen(null)} />}
      </Dialog>
    </section>
  );
}

function ReasonForm({ code, reason, onDone }: { code: string; reason: Reason | null; onDone: () => void }) {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const write = useListWrite<ReasonList>(code, reasonsQuery(code).queryKey);
  const [problem, setProblem] = useState<Problem | null>(null);
  const start: ReasonEdit = { name: reason?.name ?? { sv: '', en: '' }, hidden: reason?.hidden ?? false };
  const form = useForm({ defaultValues: start });
  const { errors } = form.formState;
  const required = t('nameMissing');
  const save = async (edit: ReasonEdit) => {
    setProblem(null);
    try {
      await write.mutateAsync({
        write: saveReason(code, reason?.code ?? null, edit),
        back: reason ? saveReason(code, reason.code, start) : undefined,
        said: t(reason ? 'saved' : 'added', { name: edit.name[language] }),
      });
      onDone();
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['name.sv', 'name.en']));
    }
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      <TextField
        label={t('nameSv')}
        maxLength={80}
        error={errors.name?.sv?.message}
        {...form.register('name.sv', { required })}
      />
      <TextField
        label={t('nameEn')}
        maxLength={80}
        error={errors.name?.en?.message}
        {...form.register('name.en', { required })}
      />
      <Checkbox label={t('hidden')} {...form.register('hidden')} />
      <FormEnd onCancel={onDone} busy={write.isPending} />
      {reason && <RowHistory code={code} list="reasons" subjectId={reason.code} />}
    </form>
  );
}
