import type { ReactNode } from 'react';
import './notice.css';
import type { IconName } from './icon-paths.js';
import { Icon } from './icons.js';

export type NoticeTone = 'info' | 'good' | 'caution' | 'bad';

const icons: Record<NoticeTone, IconName> = { info: 'info', good: 'check', caution: 'alert', bad: 'alert' };

interface NoticeProps {
  tone?: NoticeTone;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Read out as soon as it appears; for what stops the user. */
  urgent?: boolean;
}

/** Something to know in this place, standing in the text. */
export function Notice({ tone = 'info', title, children, action, urgent = false }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone} role={urgent ? 'alert' : undefined}>
      <Icon name={icons[tone]} size={22} />
      <div className="notice-text">
        {title !== undefined && <p className="notice-title">{title}</p>}
        {children}
        {action !== undefined && <div className="notice-action">{action}</div>}
      </div>
    </div>
  );
}
