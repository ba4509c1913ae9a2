import type { ComponentPropsWithRef } from 'react';

/** A figure or a name in a table that opens something: as low as its row, with room for a finger round it. */
export function CellButton(props: ComponentPropsWithRef<'button'>) {
  return <button type="button" className="mapview-cell" {...props} />;
}
