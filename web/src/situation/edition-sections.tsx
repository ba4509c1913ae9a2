import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemError, problemName } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { TextArea } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { editionTexts } from './edition-texts.js';
import { type Edition, type EditionOf, editionQuery, type EditionSection, writeSection } from './situation-api.js';

const parts = ['survey', 'other', 'analysis', null] as const;

/** The sections in order; of a year under the headings that the law asks for. */
export function EditionSections({ of, edition }: { of: EditionOf; edition: Edition }) {
  const t = useTexts(editionTexts);
  return (
    <div className="stack stack--wide">
      {parts.map((part) => {
        const own = edition.sections.filter((section) => section.part === part);
        if (own.length === 0) return null;
        return (
          <div key={part ?? 'none'} className="stack">
            {part !== null && <h2>{t(part)}</h2>}
            {own.map((section) => (
              <Section key={section.id} of={of} section={section} deep={part !== null} />
            ))}
          </div>
        );
      })}
    </div>
  );
}

interface SectionProps {
  of: EditionOf;
  section: EditionSection;
  /** It stands under a heading of the law. */
  deep: boolean;
}

function Section({ of, section, deep }: SectionProps) {
  const t = useTexts(editionTexts);
  const [editing, setEditing] = useState(false);
  const { heading, text, generated, edited, by } = section;
  const Heading = deep ? 'h3' : 'h2';
  const saving = useSaving(of, section, () => setEditing(false));
  return (
    <section className="situation-section">
      <div className="row row--between">
        <Heading>{heading}</Heading>
        {!editing && (
          <div className="row">
            {edited && generated !== '' && (
              <Button
                look="quiet"
                aria-label={t('restoreLong', { heading })}
                busy={saving.isPending}
                onClick={() => saving.mutate(null)}
              >
                {t('restore')}
              </Button>
            )}
            <Button look="quiet" icon="edit" aria-label={t('edit', { heading })} onClick={() => setEditing(true)}>
              {t('editShort')}
            </Button>
          </div>
        )}
      </div>
      {editing ? (
        <Editor section={section} saving={saving} onCancel={() => setEditing(false)} />
      ) : (
        <>
          {text === '' ? (
            <p className="muted">{t('empty')}</p>
          ) : (
            <p className="situation-prose situation-text">{text}</p>
          )}
          {edited && <p className="small muted">{t('edited', { by: by ?? '' })}</p>}
          <ErrorNotice error={saving.error} />
        </>
      )}
    </section>
  );
}

function useSaving(of: EditionOf, { id, version, heading }: EditionSection, onSaved: () => void) {
  const t = useTexts(editionTexts);
  const language = useLanguage();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string | null) => writeSection({ ...of, section: id }, version, text),
    onSuccess: (fresh, text) => {
      client.setQueryData(editionQuery(of, language).queryKey, fresh);
      showToast({ text: t(text === null ? 'restored' : 'saved', { heading }), tone: 'good' });
      onSaved();
    },
  });
}

interface EditorProps {
  section: EditionSection;
  saving: ReturnType<typeof useSaving>;
  onCancel: () => void;
}

/** One's own text beside what the figures say; what somebody else wrote meanwhile is shown, never overwritten. */
function Editor({ section, saving, onCancel }: EditorProps) {
  const t = useTexts(editionTexts);
  const client = useQueryClient();
  const [text, setText] = useState(section.text);
  const isStale =
    saving.error instanceof ProblemError && problemName(saving.error.problem) === 'changed-by-someone-else';
  return (
    <form
      className="situation-editor"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(text.trim() === '' ? null : text);
      }}
    >
      <div className="stack">
        <TextArea
          label={section.heading}
          hideLabel
          rows={Math.min(16, 4 + text.split('\n').length)}
          maxLength={8000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <ErrorNotice
          error={saving.error}
          {...(isStale ? { onRetry: () => void client.invalidateQueries({ queryKey: ['edition'] }) } : {})}
        />
        <div className="row">
          <Button type="submit" look="primary" busy={saving.isPending}>
            {t('save')}
          </Button>
          <Button look="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </div>
      </div>
      {section.generated !== '' && (
        <aside className="card stack stack--tight">
          <p className="small muted">{t('asFigures')}</p>
          <p className="situation-text">{section.generated}</p>
        </aside>
      )}
    </form>
  );
}
