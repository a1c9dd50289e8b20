import SwaggerUI from "swagger-ui-dist/swagger-ui-es-bundle.js";

SwaggerUI({ url: "/openapi/v1.json", dom_id: "#swagger", deepLinking: true, supportedSubmitMethods: ["get"], validatorUrl: null });
