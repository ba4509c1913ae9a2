import { KeysDialog } from '../ui/keys-dialog.js';
import { defineTexts, useTexts } from '../ui/language.js';
import { layerNames } from './map-search.js';
import { useLayerName } from './use-map-keys.js';

const keyTexts = defineTexts('map-keys', {
  sv: {
    title: 'Tangenter på kartan',
    k: 'Tidigare vecka eller månad på tidsreglaget',
    j: 'Senare vecka eller månad på tidsreglaget',
    p: 'Spela upp eller stanna tidsreglaget',
    v: 'Visa hela perioden',
    d: 'Jämför två perioder, eller sluta jämföra',
    n: 'Visa när på veckan, eller dölj det',
    layer: 'Av eller på: {{layer}}',
    f: 'Öppna filtret',
    t: 'Visa kartan som tabeller, eller gå tillbaka till platserna',
    o: 'Visa hela kommunen',
    h: 'Hela skärmen, eller tillbaka',
    s: 'Sparade vyer',
    b: 'Kopiera kartan som bild',
    help: 'Visa den här listan',
    map: 'När kartan är markerad flyttar piltangenterna den, plus och minus zoomar.',
  },
  en: {
    title: 'Keys on the map',
    k: 'Earlier week or month of the time slider',
    j: 'Later week or month of the time slider',
    p: 'Play or stop the time slider',
    v: 'Show the whole period',
    d: 'Compare two periods, or stop comparing',
    n: 'Show when in the week, or hide it',
    layer: 'Off or on: {{layer}}',
    f: 'Open the filter',
    t: 'Show the map as tables, or go back to the places',
    o: 'Show the whole municipality',
    h: 'The whole screen, or back',
    s: 'Saved views',
    b: 'Copy the map as a picture',
    help: 'Show this list',
    map: 'With the focus on the map the arrow keys move it, plus and minus zoom.',
  },
});

interface MapKeysProps {
  on: boolean;
  onChange: (on: boolean) => void;
  onClose: () => void;
}

/** Every single key of the map, and whether they are used at all. */
export function MapKeysDialog(props: MapKeysProps) {
  const t = useTexts(keyTexts);
  const nameOf = useLayerName();
  const letters = ['k', 'j', 'p', 'v', 'd', 'n', 'f', 't', 'o', 'h', 's', 'b'] as const;
  return (
    <KeysDialog
      {...props}
      title={t('title')}
      keys={[
        ...letters.map((letter) => [[letter], t(letter)] as const),
        ...layerNames.map((name, index) => [[String(index + 1)], t('layer', { layer: nameOf(name) })] as const),
        [['?'], t('help')],
      ]}
    >
      <p className="muted">{t('map')}</p>
    </KeysDialog>
  );
}
