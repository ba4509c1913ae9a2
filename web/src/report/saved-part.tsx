import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { may, useMembership } from '../api/session.js';
import { Button, buttonClass } from '../ui/button.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { reportTexts } from './texts.js';

/** After saving: the question that lets the next one begin in one tap. */
export function SavedPart({ code, onAnother }: { code: string; onAnother: () => void }) {
  const t = useTexts(reportTexts);
  const membership = useMembership();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, []);
  return (
    <div className="card report-saved">
      <span className="report-saved-mark">
        <Icon name="check" size={40} />
      </span>
      <h2 ref={heading} tabIndex={-1}>
        {t('savedTitle')}
      </h2>
      <p className="muted">{t('savedNote')}</p>
      <Button look="primary" size="large" wide icon="plus" onClick={onAnother}>
        {t('another')}
      </Button>
      {may(membership, 'map:read') ? (
        <Link to={'/$code/karta'} params={{ code }} className={buttonClass({ wide: true, size: 'large' })}>
          {t('toMap')}
        </Link>
      ) : (
        may(membership, 'promise:read') && (
          <Link to="/$code/loften" params={{ code }} className={buttonClass({ wide: true, size: 'large' })}>
            {t('toPromises')}
          </Link>
        )
      )}
    </div>
  );
}
