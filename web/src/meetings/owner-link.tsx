import { useState } from 'react';
import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { TextField } from '../ui/text-field.js';
import { makeOwnerLink } from './action-api.js';
import { meetingTexts } from './texts.js';
import type { Calls } from './use-calls.js';

/** The signed link by which the owner of a decision answers without an account; told once, to copy into a letter. */
export function OwnerLink({ code, actionId, calls }: { code: string; actionId: string; calls: Calls }) {
  const t = useTexts(meetingTexts);
  const [link, setLink] = useState<string | null>(null);
  const make = () =>
    calls.act(async () => {
      const { path } = await makeOwnerLink(code, actionId);
      setLink(new URL(path, location.origin).href);
    });
  if (link === null)
    return (
      <Button look="quiet" onClick={() => void make()}>
        {t('linkMake')}
      </Button>
    );
  return (
    <TextField label={t('linkReady')} readOnly value={link} onFocus={({ currentTarget }) => currentTarget.select()} />
  );
}
