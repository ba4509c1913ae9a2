import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { may, type Permission, useMembership } from '../api/session.js';
import { buttonClass } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { type Tab, Tabs } from '../ui/tabs.js';
import { AccountsPart } from './accounts-part.js';
import type { Section } from './admin-search.js';
import './admin.css';
import { AreasPart } from './areas-part.js';
import { CategoriesPart } from './categories-part.js';
import { CrimeCodesPart } from './crime-codes-part.js';
import { AuditPart } from './audit-part.js';
import { faultTexts } from './fault-texts.js';
import { FaultsPart } from './faults-part.js';
import { OrganisationsPart } from './organisations-part.js';
import { PlacesPart } from './places-part.js';
import { ruleTexts } from './rule-texts.js';
import { ThresholdsPart } from './thresholds-part.js';
import { adminTexts } from './texts.js';

interface Part extends Tab {
  id: Section;
  permission: Permission;
}

/** Everything that the municipality keeps itself; each sees the parts that they may change. */
export function AdminPage() {
  const t = useTexts(adminTexts);
  const rules = useTexts(ruleTexts);
  const faults = useTexts(faultTexts);
  const { code } = useParams({ from: '/signed-in/$code/administration' });
  const { del } = useSearch({ from: '/signed-in/$code/administration' });
  const membership = useMembership();
  const navigate = useNavigate();
  const all: Part[] = [
    { id: 'konton', permission: 'account:administer', label: t('accounts'), content: <AccountsPart code={code} /> },
    { id: 'aktorer', permission: 'municipality:administer', label: t('organisations'), content: <OrganisationsPart code={code} /> },
    { id: 'omraden', permission: 'municipality:administer', label: t('areas'), content: <AreasPart code={code} /> },
    { id: 'platser', permission: 'list:write', label: t('places'), content: <PlacesPart code={code} /> },
    { id: 'kategorier', permission: 'list:write', label: t('categories'), content: <CategoriesPart code={code} /> },
    { id: 'brottskoder', permission: 'list:write', label: rules('codes'), content: <CrimeCodesPart code={code} /> },
    { id: 'granser', permission: 'list:write', label: rules('thresholds'), content: <ThresholdsPart code={code} /> },
    { id: 'felanmalan', permission: 'municipality:administer', label: faults('faults'), content: <FaultsPart code={code} /> },
    { id: 'logg', permission: 'audit:read', label: t('audit'), content: <AuditPart code={code} /> },
  ]; // prettier-ignore
  const parts = all.filter(({ permission }) => may(membership, permission));
  const first = parts[0]?.id;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Link to="/$code/register" params={{ code }} className={buttonClass()}>
            {t('registerLink')}
          </Link>
          {may(membership, 'account:administer') && (
            <Link to="/$code/api-nycklar" params={{ code }} className={buttonClass()}>
              {t('apiKeysLink')}
            </Link>
          )}
          <Link to="/$code/manniskor" params={{ code }} className={buttonClass()}>
            {t('whereLink')}
          </Link>
          <Link to="/$code/paminnelser" params={{ code }} className={buttonClass()}>
            {t('remindersLink')}
          </Link>
        </>
      }
    >
      <Tabs
        label={t('sections')}
        selected={del ?? first ?? ''}
        onSelect={(id) =>
          void navigate({
            to: '/$code/administration',
            params: { code },
            search: id === first ? {} : { del: id as Section },
            replace: true,
          })
        }
        tabs={parts}
      />
    </Page>
  );
}
