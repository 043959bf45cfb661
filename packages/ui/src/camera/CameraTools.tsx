import type { UseCameraResult } from '@stepframe/react';
import type { ReactNode } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { useMessages } from '../messages/useMessages.ts';

export interface CameraToolsProps {
  readonly camera: Pick<UseCameraResult, 'torch' | 'zoom'>;
}

/** Once, twice, thrice, as far as the camera goes; then from the beginning. */
const zoomStops = [1, 2, 3];

/** Light and zoom, where the camera has them. */
export function CameraTools({ camera: { torch, zoom } }: CameraToolsProps): ReactNode {
  const t = useMessages();
  const stops = zoom ? zoomStops.filter((stop) => stop >= zoom.min && stop <= zoom.max) : [];
  const next = stops.find((stop) => zoom && stop > zoom.value) ?? stops[0];
  return (
    <div className="sf-tools">
      {zoom && stops.length > 1 && next !== undefined && (
        <button type="button" className="sf-tool" onClick={() => void zoom.set(next)}>
          <span className="sf-visually-hidden">{t('camera.zoom')} </span>
          <span>{zoom.value.toFixed(1).replace('.0', '')}×</span>
        </button>
      )}
      {torch && (
        <button type="button" className="sf-tool" aria-pressed={torch.isOn} onClick={() => void torch.set(!torch.isOn)}>
          <Icon name="light" />
          <span className="sf-visually-hidden">{t('camera.torch')}</span>
        </button>
      )}
    </div>
  );
}
