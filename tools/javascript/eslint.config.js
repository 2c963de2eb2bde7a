// The scripts of the page: modules for a browser, lines under 120 characters.
import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: 2023, sourceType: "module", globals: { ...globals.browser, vis: "readonly" } },
    rules: {
      eqeqeq: "error",
      "max-len": ["error", { code: 119, ignoreRegExpLiterals: false }],
      "no-control-regex": "off",
      "no-misleading-character-class": "off",
      "no-implicit-globals": "error",
      "no-shadow-restricted-names": "error",
      "no-unused-vars": "error",
      "no-var": "error",
      "prefer-const": ["error", { destructuring: "all" }],
    },
  },
];
