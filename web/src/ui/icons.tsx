import { categoryPaths, iconPaths, type CategoryCode, type IconName } from './icon-paths.js';

interface DrawingProps {
  /** Side in pixels; 24 unless told. */
  size?: number;
  /** What it says when it stands alone. Beside its word it is silent. */
  label?: string;
  className?: string;
}

function Drawing({ path, size = 24, label, className }: DrawingProps & { path: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={path} />
    </svg>
  );
}

/** One of our line drawings, in the colour of the text around it. */
export function Icon({ name, ...drawing }: DrawingProps & { name: IconName }) {
  return <Drawing path={iconPaths[name]} {...drawing} />;
}

/** The drawing of a category code such as `SKAD`; an unknown code gets three dots. */
export function CategoryIcon({ code, ...drawing }: DrawingProps & { code: string }) {
  return (
    <Drawing path={code in categoryPaths ? categoryPaths[code as CategoryCode] : categoryPaths.OVR} {...drawing} />
  );
}
