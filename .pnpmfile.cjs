// Storybook's tables of props are read by TypeScript's JavaScript API, which version 7 has no more: these two bring the last one that has.
const readers = new Set(['react-docgen-typescript', '@joshwooding/vite-plugin-react-docgen-typescript']);

module.exports = {
  hooks: {
    readPackage(manifest) {
      if (readers.has(manifest.name)) {
        delete manifest.peerDependencies.typescript;
        manifest.dependencies = { ...manifest.dependencies, typescript: '6.0.3' };
      }
      return manifest;
    },
  },
};
