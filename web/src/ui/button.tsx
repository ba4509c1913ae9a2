import type { ComponentPropsWithRef } from 'react';
import './button.css';
import type { IconName } from './icon-paths.js';
import { Icon } from './icons.js';

interface ButtonLook {
  /** One `primary` in a view; `quiet` in toolbars and lists; `danger` where something goes away. */
  look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'normal' | 'large';
  icon?: IconName;
  /** Something is being done: the button keeps its width and its focus, and cannot be pressed twice. */
  busy?: boolean;
  wide?: boolean;
}

/** The class names of a button, for a link that should look like one. */
export function buttonClass({ look = 'secondary', size = 'normal', wide = false }: ButtonLook = {}): string {
  return `button button--${look} button--${size}${wide ? ' button--wide' : ''}`;
}

export function Button({
  look = 'secondary',
  size = 'normal',
  icon,
  busy = false,
  wide = false,
  children,
  className,
  type = 'button',
  onClick,
  ...rest
}: ButtonLook & ComponentPropsWithRef<'button'>) {
  return (
    <button
      {...rest}
      type={busy ? 'button' : type}
      className={`${buttonClass({ look, size, wide })}${className === undefined ? '' : ` ${className}`}`}
      aria-disabled={busy || undefined}
      data-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {icon !== undefined && <Icon name={icon} size={20} />}
      <span>{children}</span>
    </button>
  );
}

interface IconButtonProps extends ComponentPropsWithRef<'button'> {
  icon: IconName;
  /** What it does, said by screen readers and shown when the pointer rests on it. */
  label: string;
  look?: 'secondary' | 'quiet';
}

/** A button of 44 × 44 px that is only a drawing; its word is heard and shown as a tip. */
export function IconButton({ icon, label, look = 'quiet', className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={`button button--icon button--${look}${className === undefined ? '' : ` ${className}`}`}
    >
      <Icon name={icon} size={22} />
    </button>
  );
}
