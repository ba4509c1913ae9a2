import qrcode from 'qrcode-generator';
import { useMemo } from 'react';

const quiet = 4;

/** A text as a QR square (ISO/IEC 18004, level M), drawn here: the code never leaves the page. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const code = qrcode(0, 'M');
    code.addData(text);
    code.make();
    const count = code.getModuleCount();
    const cells = Array.from(
      { length: count * count },
      (_, index) => [index % count, Math.floor(index / count)] as const,
    );
    const dark = cells.filter(([column, row]) => code.isDark(row, column));
    return {
      size: count + 2 * quiet,
      path: dark.map(([column, row]) => `M${column + quiet} ${row + quiet}h1v1h-1z`).join(''),
    };
  }, [text]);
  return (
    <div className="device-qr">
      <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
        <path d={path} fill="#000" />
      </svg>
    </div>
  );
}
