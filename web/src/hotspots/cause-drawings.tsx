import type { ReactNode } from 'react';
import { useTexts } from '../ui/language.js';
import type { Cause } from './cause-api.js';
import { boxSize, chainOf, fishboneOf, treeOf, wrapped, type Box, type Twig } from './cause-layout.js';
import { causeTexts } from './cause-texts.js';

interface DrawingProps {
  causes: readonly Cause[];
  /** What the drawing is of, for screen readers. */
  label: string;
}

const bones = ['victim', 'offender', 'place'] as const;

/** Three bones that meet in the problem. Drawn with ink alone, so that it prints in grey. */
export function FishboneDrawing({ causes, label, problem }: DrawingProps & { problem: string }) {
  const t = useTexts(causeTexts);
  const fish = fishboneOf(bones.map((bone) => ({ name: t(bone), causes: causes.filter((cause) => cause.bone === bone) })));
  const { head, spine } = fish;
  return (
    <svg className="cause-drawing" viewBox={`0 0 ${fish.width} ${fish.height}`} role="img" aria-label={label}>
      <line className="cause-spine" x1={40} y1={spine} x2={head.x} y2={spine} />
      {fish.bones.map((bone) => (
        <g key={bone.name}>
          <line className="cause-bone" x1={bone.tip.x} y1={bone.tip.y} x2={bone.foot.x} y2={bone.foot.y} />
          <text className="cause-bone-name" x={bone.label.x} y={bone.label.y} textAnchor="middle">
            {bone.name}
          </text>
          {bone.twigs.map((twig) => (
            <TwigLine key={twig.id} twig={twig} />
          ))}
        </g>
      ))}
      <rect className="cause-head" x={head.x} y={head.y} width={head.width} height={head.height} rx={8} />
      <Lines lines={wrapped(problem, 22, 4)} x={head.x + head.width / 2} y={head.y + head.height / 2} centred />
    </svg>
  );
} // prettier-ignore

function TwigLine({ twig: { lines, from, to, y } }: { twig: Twig }) {
  return (
    <g>
      <line className="cause-twig" x1={from} y1={y} x2={to} y2={y} />
      <text className="cause-words" x={from} y={y - 7 - (lines.length - 1) * 18}>
        {lines.map((line, index) => (
          <tspan key={`${index} ${line}`} x={from} dy={index === 0 ? 0 : 18}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** Causes behind causes, from left to right; the underlying have a dashed frame and their word. */
export function TreeDrawing({ causes, label }: DrawingProps) {
  const t = useTexts(causeTexts);
  const { boxes, width, height } = treeOf(causes);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  return (
    <Frame {...{ width, height, label }}>
      {boxes.map((box) => {
        const parent = box.parentId === null ? undefined : byId.get(box.parentId);
        if (parent === undefined) return null;
        const [x1, y1, x2, y2] = [parent.x + boxSize.width, parent.y + boxSize.height / 2, box.x, box.y + boxSize.height / 2];
        const middle = (x1 + x2) / 2;
        return <path key={box.id} className="cause-twig" d={`M${x1} ${y1}H${middle}V${y2}H${x2}`} />;
      })}
      {boxes.map((box) => {
        const { directness } = causes.find(({ id }) => id === box.id)!;
        return <BoxDrawing key={box.id} box={box} dashed={directness === 'indirect'} note={directness && t(directness)} />;
      })}
    </Frame>
  );
} // prettier-ignore

const chainPerRow = 4;

/** Steps one after the other, numbered and joined by arrows. */
export function ChainDrawing({ causes, label }: DrawingProps) {
  const { boxes, width, height } = chainOf(causes, chainPerRow);
  return (
    <Frame {...{ width, height, label }}>
      {boxes.map((box, index) => {
        const before = boxes[index - 1];
        if (before === undefined) return null;
        const y = before.y + boxSize.height / 2;
        const right = before.x + boxSize.width;
        const d =
          before.y === box.y
            ? `M${right + 6} ${y}H${box.x - 10}m-7 -6l7 6l-7 6`
            : `M${before.x + boxSize.width / 2} ${before.y + boxSize.height}V${before.y + boxSize.height + 20}H${box.x + boxSize.width / 2}V${box.y - 4}m-6 -7l6 7l6 -7`;
        return <path key={box.id} className="cause-arrow" d={d} />;
      })}
      {boxes.map((box, index) => (
        <BoxDrawing key={box.id} box={box} note={String(index + 1)} />
      ))}
    </Frame>
  );
}

function Frame({ width, height, label, children }: { width: number; height: number; label: string; children: ReactNode }) {
  return (
    <svg className="cause-drawing" viewBox={`-2 -2 ${width + 4} ${height + 4}`} role="img" aria-label={label} style={{ maxWidth: Math.max(width, 420) }}>
      {children}
    </svg>
  );
} // prettier-ignore

function BoxDrawing({ box, note, dashed = false }: { box: Box; note: string | null; dashed?: boolean }) {
  return (
    <g>
      <rect className="cause-box" data-dashed={dashed || undefined} x={box.x} y={box.y} width={boxSize.width} height={boxSize.height} rx={8} />
      <Lines lines={box.lines} x={box.x + 12} y={box.y + boxSize.height / 2 - (note === null ? 0 : 7)} />
      {note !== null && (
        <text className="cause-note" x={box.x + boxSize.width - 8} y={box.y + boxSize.height - 8} textAnchor="end">
          {note}
        </text>
      )}
    </g>
  );
} // prettier-ignore

function Lines({ lines, x, y, centred = false }: { lines: readonly string[]; x: number; y: number; centred?: boolean }) {
  const first = y - ((lines.length - 1) * 18) / 2 + 5;
  return (
    <text className="cause-words" x={x} y={first} textAnchor={centred ? 'middle' : 'start'}>
      {lines.map((line, index) => (
        <tspan key={`${index} ${line}`} x={x} dy={index === 0 ? 0 : 18}>
          {line}
        </tspan>
      ))}
    </text>
  );
} // prettier-ignore
