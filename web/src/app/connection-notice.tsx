import { ask, useConnection } from '../api/connection.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { appTexts } from './texts.js';

/** Says when the server does not answer, that nothing typed is gone, and goes away by itself when it is back. */
export function ConnectionNotice() {
  const t = useTexts(appTexts);
  const connection = useConnection();
  return (
    <output className="connection-place">
      {connection !== 'working' && (
        <div className="connection">
          <Icon name="offline" size={22} />
          <p>{t(connection)}</p>
          <Button look="quiet" onClick={() => void ask()}>
            {t('askNow')}
          </Button>
        </div>
      )}
    </output>
  );
}
