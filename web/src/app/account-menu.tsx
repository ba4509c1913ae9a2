import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import { may, useSignOut, type Session } from '../api/session.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { setTheme, useThemeChoice, type ThemeChoice } from '../ui/theme.js';
import { useHere } from './navigation.js';
import { PopoverMenu } from './popover-menu.js';
import { appTexts } from './texts.js';

/** Who is signed in, as whom, other municipalities, the look of the page, and the way out. */
export function AccountMenu({ session }: { session: Session }) {
  const t = useTexts(appTexts);
  const navigate = useNavigate();
  const signOut = useSignOut();
  const theme = useThemeChoice();
  const here = useHere();
  const others = session.memberships.filter((one) => one.municipality.code !== here?.municipality.code);
  return (
    <PopoverMenu label={t('account')} icon="user" buttonClassName="button button--icon button--quiet" place="below">
      <div className="menu-part menu-head">
        <strong>{session.account.name}</strong>
        {here !== null && <p className="muted small">{here.organisation.name}</p>}
        <p className="muted small">{session.account.email}</p>
      </div>
      {others.length > 0 && (
        <div className="menu-part">
          <p className="menu-head muted small">{t('switchTo')}</p>
          {others.map(({ municipality }) => (
            <Link key={municipality.code} to="/" search={{ kommun: municipality.code }} className="menu-item">
              <Icon name="building" size={20} />
              {municipality.name}
            </Link>
          ))}
        </div>
      )}
      <div className="menu-part">
        <RadioTiles
          legend={t('theme')}
          size="small"
          value={theme}
          onChange={(value) => setTheme(value as ThemeChoice)}
          tiles={[
            { value: 'system', label: t('themeSystem') },
            { value: 'light', label: t('themeLight') },
            { value: 'dark', label: t('themeDark') },
          ]}
        />
      </div>
      <div className="menu-part">
        {here !== null && may(here, 'incident:report') && (
          <Link to="/$code/mina-rapporter" params={{ code: here.municipality.code }} className="menu-item">
            <Icon name="list" size={20} />
            {t('mine')}
          </Link>
        )}
        {here !== null && (may(here, 'device:pair') || may(here, 'device:administer')) && (
          <Link to="/$code/telefoner" params={{ code: here.municipality.code }} className="menu-item">
            <Icon name="pin" size={20} />
            {t('devices')}
          </Link>
        )}
        {session.installationAdministrator && <InstallationLink />}
        <button
          type="button"
          className="menu-item"
          onClick={() => signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/logga-in' }) })}
        >
          <Icon name="signOut" size={20} />
          {t('signOut')}
        </button>
      </div>
    </PopoverMenu>
  );
}

/** The way to the installation's municipalities, once that page has its route. */
function InstallationLink() {
  const t = useTexts(appTexts);
  const router = useRouter();
  const path: string = '/kommuner';
  if (!(path in router.routesByPath)) return null;
  return (
    <Link to={path} className="menu-item">
      <Icon name="building" size={20} />
      {t('municipalities')}
    </Link>
  );
}
