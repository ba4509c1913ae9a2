import { useState } from 'react';
import type { Action } from '../action-form/action-api.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import { useMakeLink, useRevokeLinks } from './actions-api.js';
import { CopyField } from './copy-field.js';
import { actionsTexts } from './texts.js';

interface ShareDialogProps {
  code: string;
  action: Action;
  onClose: () => void;
}

/** Makes a link by which the owner answers: to copy, or by letter. */
export function ShareDialog({ code, action, onClose }: ShareDialogProps) {
  const t = useTexts(actionsTexts);
  const f = useFormat();
  const make = useMakeLink(code, action.id);
  const revoke = useRevokeLinks(code, action.id);
  const [address, setAddress] = useState('');
  const link = make.data;
  const close = () =>
    revoke.mutate(undefined, {
      onSuccess: () => {
        showToast({ text: t('revoked'), tone: 'plain' });
        onClose();
      },
      onError: () => showToast({ text: t('failed'), tone: 'bad' }),
    });
  return (
    <Dialog open onClose={onClose} title={t('shareTitle')}>
      <div className="stack">
        <p>{t('shareLead', { organisation: action.organisation, ownerFunction: action.ownerFunction })}</p>
        <p className="actions-said">{action.what}</p>
        <ErrorNotice error={make.error} />
        {link !== undefined && (
          <>
            {address !== '' && (
              <Notice tone={link.mailed ? 'good' : 'caution'} urgent>
                <p>{t(link.mailed ? 'sent' : 'notSent')}</p>
              </Notice>
            )}
            <CopyField
              label={t('link')}
              value={new URL(link.path, location.origin).href}
              button={t('copy')}
              done={t('copied')}
              failed={t('copyFailed')}
            />
            <p className="muted">{t('worksUntil', { day: f.date(link.expiresAt, 'long') })}</p>
          </>
        )}
        {link === undefined && (
          <>
            <div>
              <Button look="primary" busy={make.isPending} onClick={() => make.mutate(null)}>
                {t('makeLink')}
              </Button>
            </div>
            <form
              className="stack stack--tight divider actions-mail"
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                if (address !== '') make.mutate(address);
              }}
            >
              <TextField
                label={t('mailTo')}
                hint={t('mailHint')}
                type="email"
                maxLength={200}
                value={address}
                onChange={(event) => setAddress(event.target.value.trim())}
              />
              <div>
                <Button type="submit" busy={make.isPending}>
                  {t('send')}
                </Button>
              </div>
            </form>
          </>
        )}
        <div className="divider actions-mail">
          <Button look="danger" busy={revoke.isPending} onClick={close}>
            {t('revoke')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
