import type { ReactNode } from 'react';
import './notice.css';
import type { IconName } from './icon-paths.js';
import { Icon } from './icons.js';

interface EmptyStateProps {
  icon: IconName;
  title: string;
  /** What this is for, in a sentence or two. */
  children: ReactNode;
  /** The one button that starts it. */
  action?: ReactNode;
}

/** A place with nothing in it yet teaches what it is for. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <span className="empty-state-icon">
        <Icon name={icon} size={28} />
      </span>
      <h2>{title}</h2>
      <div className="muted">{children}</div>
      {action}
    </div>
  );
}
