import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { buttonClass } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Tabs } from '../ui/tabs.js';
import { AccountsPart } from './accounts-part.js';
import type { Section } from './admin-search.js';
import './admin.css';
import { AreasPart } from './areas-part.js';
import { AuditPart, CategoriesPart, PlacesPart } from './lists-part.js';
import { OrganisationsPart } from './organisations-part.js';
import { adminTexts } from './texts.js';

/** Everything that the administrator of a municipality looks after. */
export function AdminPage() {
  const t = useTexts(adminTexts);
  const { code } = useParams({ from: '/signed-in/$code/administration' });
  const { del = 'konton' } = useSearch({ from: '/signed-in/$code/administration' });
  const navigate = useNavigate();
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Link to="/$code/register" params={{ code }} className={buttonClass()}>
            {t('registerLink')}
          </Link>
          <Link to="/$code/api-nycklar" params={{ code }} className={buttonClass()}>
            {t('apiKeysLink')}
          </Link>
          <Link to="/$code/manniskor" params={{ code }} className={buttonClass()}>
            {t('whereLink')}
          </Link>
        </>
      }
    >
      <Tabs
        label={t('sections')}
        selected={del}
        onSelect={(id) =>
          void navigate({
            to: '/$code/administration',
            params: { code },
            search: id === 'konton' ? {} : { del: id as Section },
            replace: true,
          })
        }
        tabs={[
          { id: 'konton', label: t('accounts'), content: <AccountsPart code={code} /> },
          { id: 'aktorer', label: t('organisations'), content: <OrganisationsPart code={code} /> },
          { id: 'omraden', label: t('areas'), content: <AreasPart code={code} /> },
          { id: 'platser', label: t('places'), content: <PlacesPart code={code} /> },
          { id: 'kategorier', label: t('categories'), content: <CategoriesPart code={code} /> },
          { id: 'logg', label: t('audit'), content: <AuditPart code={code} /> },
        ]}
      />
    </Page>
  );
}
