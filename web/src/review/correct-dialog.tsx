import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { Select } from '../ui/select.js';
import { TextArea } from '../ui/text-field.js';
import { CorrectWhenWhere, type WhenWhere } from './correct-when-where.js';
import { instantOfLocal, localTime } from './local-time.js';
import { correct, type Correction, type Review } from './review-api.js';
import { useDialogForm } from './use-dialog-form.js';
import type { Words } from './use-words.js';

interface CorrectDialogProps {
  code: string;
  item: Review;
  onClose: () => void;
  onCorrected: (after: Review) => void;
  words: Words;
}

/** Category, severity, time, place and text of a report. What stood there is kept in its history. */
export function CorrectDialog({ code, item, onClose, onCorrected, words }: CorrectDialogProps) {
  const { t, categories, language } = words;
  const [category, setCategory] = useState(item.categoryCode);
  const [subcategory, setSubcategory] = useState(item.subcategoryCode ?? '');
  const [severity, setSeverity] = useState(item.severity === null ? null : String(item.severity));
  const [text, setText] = useState(item.description ?? '');
  const [whenWhere, setWhenWhere] = useState<WhenWhere>(() => ({
    from: localTime(item.occurredFrom),
    to: localTime(item.occurredTo),
    moved: null,
  }));
  // Rows of other systems are theirs to move: the next file would put them back.
  const movable = item.source === 'report';
  const timeless =
    instantOfLocal(whenWhere.from) === null || (whenWhere.to.date !== '' && instantOfLocal(whenWhere.to) === null);
  const subcategories = categories.find((one) => one.code === category)?.subcategories ?? [];
  const save = useMutation({
    mutationFn: () => correct(code, item, changes(item, { category, subcategory, severity, text, whenWhere })),
    onSuccess: onCorrected,
  });
  const form = useDialogForm((event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !timeless) save.mutate();
  });
  return (
    <Dialog open onClose={onClose} title={t('correctTitle')}>
      <form
        ref={form}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!timeless) save.mutate();
        }}
      >
        <ErrorNotice error={save.error} />
        <Select
          label={t('category')}
          placeholder={null}
          value={category}
          choices={categories.map((one) => ({ value: one.code, label: one.name[language] }))}
          onChange={({ target }) => {
            setCategory(target.value);
            setSubcategory('');
          }}
        />
        {subcategories.length > 0 && (
          <Select
            label={t('subcategory')}
            placeholder={t('noSubcategory')}
            value={subcategory}
            choices={subcategories.map((one) => ({ value: one.code, label: one.name[language] }))}
            onChange={({ target }) => setSubcategory(target.value)}
          />
        )}
        <RadioTiles
          legend={t('severity')}
          size="small"
          tiles={(['1', '2', '3'] as const).map((value) => ({ value, label: t(`severity${value}`) }))}
          value={severity}
          onChange={setSeverity}
        />
        <TextArea label={t('text')} hint={t('correctHint')} value={text} maxLength={2000} onChange={({ target }) => setText(target.value)} />
        {movable && (
          <CorrectWhenWhere
            code={code}
            at={item.position as readonly [number, number] | null}
            value={whenWhere}
            fault={timeless ? t('timeMissing') : undefined}
            onChange={setWhenWhere}
            words={words}
          />
        )}
        <div className="row">
          <Button type="submit" look="primary" busy={save.isPending}>
            {t('save')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  ); // prettier-ignore
}

interface Chosen {
  category: string;
  subcategory: string;
  severity: string | null;
  text: string;
  whenWhere: WhenWhere;
}

/** Only what was changed: a level that nobody touched follows the category. */
function changes(item: Review, { category, subcategory, severity, text, whenWhere }: Chosen): Correction {
  const level = severity === null ? null : Number(severity);
  const words = text.trim() || null;
  return {
    ...(category === item.categoryCode ? {} : { categoryCode: category }),
    ...(category === item.categoryCode && subcategory === (item.subcategoryCode ?? '')
      ? {}
      : { subcategoryCode: subcategory || null }),
    ...(level === item.severity ? {} : { severity: level }),
    ...(words === item.description ? {} : { description: words }),
    ...timeChanges(item, whenWhere),
    ...(whenWhere.moved === null ? {} : { position: [...whenWhere.moved] }),
  };
}

/** The fields know minutes: seconds that were there are not changed by looking at them. */
function timeChanges(item: Review, { from, to }: WhenWhere): Correction {
  const same = (a: WhenWhere['from'], b: WhenWhere['from']) => a.date === b.date && a.time === b.time;
  const start = same(from, localTime(item.occurredFrom)) ? null : instantOfLocal(from);
  const changed = !same(to, localTime(item.occurredTo));
  return { ...(start === null ? {} : { occurredFrom: start }), ...(changed ? { occurredTo: instantOfLocal(to) } : {}) };
}
