import { Checkbox } from '../ui/checkbox.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { LayerSwatch } from './layer-swatch.js';
import { CategoryKeys, type CategoryKeysProps } from './legend.js';
import { layerNames, layersOf, toggledLayers } from './map-search.js';
import { Popover } from './popover.js';
import { mapViewTexts } from './texts.js';
import { toolTexts } from './tool-texts.js';
import { useLayerName } from './use-map-keys.js';

interface LayerMenuProps extends CategoryKeysProps {
  /** Points are on, but not yet near enough to be seen. */
  zoomedOut: boolean;
}

/** Which layers the map shows. */
export function LayerMenu(props: LayerMenuProps) {
  const { search, change, zoomedOut } = props;
  const t = useTexts(mapViewTexts);
  const tools = useTexts(toolTexts);
  const nameOf = useLayerName();
  const on = layersOf(search);
  return (
    <Popover
      label={
        <>
          <Icon name="eye" size={20} /> {t('layers')}
        </>
      }
    >
      <fieldset className="mapview-checks">
        <legend className="visually-hidden">{t('layers')}</legend>
        {layerNames.map((name) => (
          <Checkbox
            key={name}
            label={
              <span className="mapview-category">
                <LayerSwatch name={name} />
                {nameOf(name)}
              </span>
            }
            checked={on.includes(name)}
            onChange={() => change({ lager: toggledLayers(search, name) })}
          />
        ))}
        <p className="small muted">{tools('layerNotYet')}</p>
        {zoomedOut && on.includes('punkter') && <p className="small muted">{t('pointsHint')}</p>}
      </fieldset>
      {!zoomedOut && on.includes('punkter') && (
        <div className="mapview-keys">
          <p className="small muted">{t('liftHint')}</p>
          <CategoryKeys {...props} />
        </div>
      )}
    </Popover>
  );
}
