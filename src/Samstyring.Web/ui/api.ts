import SwaggerUI from "swagger-ui-dist/swagger-ui-es-bundle.js";

/** Only the operations: the page has its own heading and main landmark, and links inside buttons (deepLinking) are not accessible. */
const OperationsOnly = (system) => ({
  components: {
    OperationsOnly: ({ getComponent }) =>
      system.React.createElement("div", { className: "swagger-ui" }, system.React.createElement(getComponent("operations", true))),
  },
});

SwaggerUI({
  url: "/openapi/v1.json",
  dom_id: "#swagger",
  plugins: [OperationsOnly],
  layout: "OperationsOnly",
  supportedSubmitMethods: ["get"],
  validatorUrl: null,
});
