import { Button } from '../ui/button.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { useNewVersion } from './service-worker.js';
import { appTexts } from './texts.js';

/** Says that there is a newer version, and fetches it at a press; what waits and what is being reported stays. */
export function NewVersionNotice() {
  const t = useTexts(appTexts);
  const version = useNewVersion();
  return (
    <output className="connection-place">
      {version !== null && (
        <div className="connection">
          <Icon name="download" size={22} />
          <p>{t('newVersion')}</p>
          <Button look="quiet" onClick={version.take}>
            {t('fetchVersion')}
          </Button>
        </div>
      )}
    </output>
  );
}
