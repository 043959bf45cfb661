import type { ReactNode } from 'react';

export interface SwitchProps {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  readonly children: ReactNode;
}

/** Something that is on or off, and takes effect at once. */
export function Switch({ isOn, onSwitch, children }: SwitchProps): ReactNode {
  return (
    <button
      type="button"
      className="sf-button sf-switch"
      role="switch"
      aria-checked={isOn}
      data-rank="quiet"
      onClick={() => onSwitch(!isOn)}
    >
      <span className="sf-track" aria-hidden="true" />
      <span>{children}</span>
    </button>
  );
}
