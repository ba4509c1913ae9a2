import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { editionTexts } from './edition-texts.js';
import { approveEdition, type Edition, type EditionOf } from './situation-api.js';

/** Freezes the text as a version, with its registration number and class. */
export function Approve({ of, edition }: { of: EditionOf; edition: Edition }) {
  const t = useTexts(editionTexts);
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [registrationNumber, setRegistrationNumber] = useState('');
  const [classification, setClassification] = useState<'open' | 'may-be-secret'>('open');
  const [secrecyBasis, setSecrecyBasis] = useState('');
  const number = edition.latestVersion + 1;
  const approving = useMutation({
    mutationFn: () =>
      approveEdition(of, {
        after: edition.latestVersion,
        registrationNumber: registrationNumber.trim() || null,
        classification,
        secrecyBasis: secrecyBasis.trim() || null,
      }),
    onSuccess: () => {
      setOpen(false);
      showToast({ text: t('approved', { number }), tone: 'good' });
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['edition', of.code] }),
        client.invalidateQueries({ queryKey: ['situation-versions', of.code] }),
        client.invalidateQueries({ queryKey: ['law-check', of.code] }),
      ]),
  });
  return (
    <p>
      <Button look="primary" icon="check" onClick={() => setOpen(true)}>
        {t('approve', { number })}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('approveTitle')}
        actions={
          <Button look="primary" busy={approving.isPending} onClick={() => approving.mutate()}>
            {t('approve', { number })}
          </Button>
        }
      >
        <div className="stack">
          <p>{t('approveText')}</p>
          <ErrorNotice error={approving.error} />
          <TextField
            label={t('registration')}
            hint={t('registrationHint')}
            value={registrationNumber}
            maxLength={40}
            autoComplete="off"
            onChange={({ target }) => setRegistrationNumber(target.value)}
          />
          {of.audience !== 'public' && (
            <Select
              label={t('classification')}
              choices={[
                { value: 'open', label: t('open') },
                { value: 'may-be-secret', label: t('maybeSecret') },
              ]}
              value={classification}
              onChange={({ target }) => setClassification(target.value === 'may-be-secret' ? 'may-be-secret' : 'open')}
            />
          )}
          {classification === 'may-be-secret' && (
            <TextField
              label={t('basis')}
              hint={t('basisHint')}
              value={secrecyBasis}
              maxLength={120}
              onChange={({ target }) => setSecrecyBasis(target.value)}
            />
          )}
        </div>
      </Dialog>
    </p>
  );
}
