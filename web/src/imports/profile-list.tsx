import { useQuery } from '@tanstack/react-query';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { showToast } from '../ui/toast.js';
import { profilesQuery, useRemoveProfile } from './import-api.js';
import { readingTexts } from './reading-texts.js';

/** The saved mapping profiles; nothing when there are none. */
export function ProfileList({ code }: { code: string }) {
  const t = useTexts(readingTexts);
  const mayRun = may(useMembership(), 'import:run');
  const { data } = useQuery(profilesQuery(code));
  const remove = useRemoveProfile(code);
  if (!data || data.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="import-profiles">
      <h2 id="import-profiles">{t('profilesTitle')}</h2>
      <ErrorNotice error={remove.error} />
      <ul className="plain-list stack stack--tight">
        {data.map(({ id, name, columns }) => (
          <li key={id} className="row row--between">
            <span>
              {name} <span className="muted small">{t('profileColumns', { count: columns.length })}</span>
            </span>
            {mayRun && (
              <Button
                look="quiet"
                onClick={() => remove.mutate(id, { onSuccess: () => showToast({ text: t('removed'), tone: 'good' }) })}
              >
                {t('remove')}
                <span className="visually-hidden"> {name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
