import { Fragment, type ReactNode } from 'react';
import './description-list.css';

export interface Fact {
  term: string;
  value: ReactNode;
}

/** Names and values under each other: a form's answers, a place's figures. */
export function DescriptionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <Fragment key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
