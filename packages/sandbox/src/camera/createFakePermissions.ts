/** The camera's permission and the door pages ask it through. */
export interface FakePermissions {
  readonly door: Pick<Permissions, 'query'>;
  state(): PermissionState;
  /** Fires `change` on every status handed out, when it is a change. */
  set(state: PermissionState): void;
}

/** Makes a permission that can change under the page's hands. Names other than `camera` go to `others`, if given. */
export function createFakePermissions(initial: PermissionState, others: Pick<Permissions, 'query'> | undefined): FakePermissions {
  let current = initial;
  const statuses: PermissionStatus[] = [];

  function createStatus(): PermissionStatus {
    const target = new EventTarget();
    const status: PermissionStatus = {
      name: 'camera',
      get state() {
        return current;
      },
      onchange: null,
      addEventListener: target.addEventListener.bind(target),
      removeEventListener: target.removeEventListener.bind(target),
      dispatchEvent: (event) => {
        if (event.type === 'change') status.onchange?.(event);
        return target.dispatchEvent(event);
      },
    };
    statuses.push(status);
    return status;
  }

  return {
    door: {
      query: async (descriptor) => {
        if (descriptor.name === 'camera') return createStatus();
        if (others) return others.query(descriptor);
        throw new TypeError(`The fake camera knows the permission "camera" only, and was asked for "${descriptor.name}".`);
      },
    },
    state: () => current,
    set: (state) => {
      if (state === current) return;
      current = state;
      for (const status of statuses) status.dispatchEvent(new Event('change'));
    },
  };
}
