/** The digit that chooses a tile, drawn on it; what the tile is called does not change. */
export function DigitKey({ digit }: { digit: number }) {
  return (
    <kbd className="meeting-digit" aria-hidden="true">
      {digit}
    </kbd>
  );
}
