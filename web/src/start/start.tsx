import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { may, type Membership } from '../api/session.js';
import { News } from '../findings/news.js';
import { buttonClass } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { keepTogether } from '../ui/format.js';
import { Icon } from '../ui/icons.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import { type StartCard, startQuery } from './start-api.js';
import { searchOf, startPaths } from './start-pages.js';
import './start.css';
import { startTexts } from './texts.js';

interface StartProps {
  membership: Membership;
  /** The account's name: a function. */
  name: string;
  /** What stands last, for those who run the installation. */
  children?: ReactNode;
}

/** What somebody needs now: one card for each thing, the most pressing first, what is quiet in a few words at the end. */
export function Start({ membership, name, children }: StartProps) {
  const t = useTexts(startTexts);
  const f = useFormat();
  const { code } = membership.municipality;
  const [now] = useState(() => new Date().toISOString());
  const { data, error, refetch } = useQuery(startQuery(code, useLanguage()));
  const day = f.date(now, 'weekday');
  const lead = t('lead', { day: day.charAt(0).toUpperCase() + day.slice(1), week: f.week(now), name });
  const loud = data?.cards.filter(({ tone }) => tone !== 'quiet') ?? [];
  const quiet = data?.cards.filter(({ tone }) => tone === 'quiet') ?? [];
  return (
    <Page title={t('title')} lead={lead}>
      {membership.role === 'reporter' && may(membership, 'incident:report') && <ReportFirst code={code} />}
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton shape="cards" lines={4} />}
      {data !== undefined && loud.length === 0 && <p className="lead">{t('allQuiet')}</p>}
      <div className="start-cards">
        {loud.map((card) =>
          card.id === 'alerts' ? (
            <div key={card.id} className="start-card" data-tone={card.tone}>
              <News code={code} />
            </div>
          ) : (
            <Card key={card.id} code={code} card={card} />
          ),
        )}
      </div>
      {quiet.length > 0 && <Quiet code={code} cards={quiet} />}
      {children}
    </Page>
  );
}

function ReportFirst({ code }: { code: string }) {
  const t = useTexts(startTexts);
  return (
    <p className="start-report">
      <Link to="/$code/rapportera" params={{ code }} className={buttonClass({ look: 'primary', size: 'large', wide: true })}>
        <Icon name="report" />
        <span>{t('report')}</span>
      </Link>
      <span className="small muted">{t('reportNote')}</span>
    </p>
  );
} // prettier-ignore

/** A heading with its figure that leads on, a sentence, and the first few of what is counted. */
function Card({ code, card }: { code: string; card: StartCard }) {
  const f = useFormat();
  const { id, title, figure, text, tone, items } = card;
  return (
    <section className="start-card" data-tone={tone} aria-labelledby={`start-${id}`}>
      <h2 id={`start-${id}`}>
        <Lead code={code} to={card} className="start-title">
          <span>{title}</span>
          {figure !== null && <span className="start-count">{f.number(figure)}</span>}
          <Icon name="chevronRight" size={20} />
        </Lead>
      </h2>
      {text !== '' && <p>{keepTogether(text)}</p>}
      {items.length > 0 && (
        <ul className="plain-list start-items">
          {items.map((item) => (
            <li key={`${item.text}${item.note ?? ''}${item.search}`}>
              <Lead code={code} to={item} className="start-item">
                <span>{keepTogether(item.text)}</span>
                {item.note !== null && <span className="small muted">{keepTogether(item.note)}</span>}
              </Lead>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Quiet({ code, cards }: { code: string; cards: readonly StartCard[] }) {
  const t = useTexts(startTexts);
  return (
    <section className="start-quiet" aria-labelledby="start-quiet">
      <h2 id="start-quiet">{t('quiet')}</h2>
      <ul className="plain-list">
        {cards.map((card) => (
          <li key={card.id}>
            <Lead code={code} to={card} className="start-quiet-link">
              {card.title}
            </Lead>
            <span className="muted">{card.text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LeadProps {
  code: string;
  to: Pick<StartCard, 'page' | 'subject' | 'search'>;
  className: string;
  children: ReactNode;
}

/** A link to the page that shows what is told; a page that this installation does not have is told without one. */
function Lead({ code, to, className, children }: LeadProps) {
  const router = useRouter();
  const path = startPaths[to.page];
  if (!Object.hasOwn(router.routesByPath, path)) return <span className={className}>{children}</span>;
  const params = to.subject === null ? { code } : { code, id: to.subject };
  return (
    <Link to={path} params={params} search={searchOf(to.search)} className={className}>
      {children}
    </Link>
  );
}
