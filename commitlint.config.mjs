// Conventional Commits: `type(scope): subject`. `npm run commits` checks them; CONTRIBUTING.md says more.
const headerLength = 72;
const lineLength = 120;

const packages = ['core', 'capture', 'react', 'ui', 'relay', 'sandbox'];
const around = ['demo', 'storybook', 'docs', 'tests', 'tools', 'ci', 'deps', 'release'];

export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    'header-max-length': [2, 'always', headerLength],
    'body-max-line-length': [2, 'always', lineLength],
    'footer-max-line-length': [2, 'always', lineLength],
    'scope-enum': [2, 'always', [...packages, ...around]],
  },
  helpUrl: 'https://www.conventionalcommits.org',
};
