// A real OpenID Connect provider for the tests, on a free port of this machine. It prints its issuer, and ends when its input closes.
import { createServer } from "node:net";
import Provider from "oidc-provider";

const port = await new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});
const issuer = `http://localhost:${port}`;
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "samstyring",
      client_secret: "a secret of the tests only, long enough",
      token_endpoint_auth_method: "client_secret_post",
      redirect_uris: ["http://localhost/logg-inn/svar/prove"],
      post_logout_redirect_uris: ["http://localhost/"],
    },
  ],
  pkce: { required: () => true },
  claims: { openid: ["sub"], profile: ["name"] },
  conformIdTokenClaims: false,
  findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, name: `Prøve ${id}` }) }),
  features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
});

// The application listens on a port that is not known yet: any port of this machine will do, and the path must be right.
const isHere = (registered) => (uri) => {
  const { protocol, hostname, pathname } = new URL(uri);
  return registered.some((known) => known === `${protocol}//${hostname}${pathname}`);
};
provider.Client.prototype.redirectUriAllowed = function (uri) {
  return isHere(this.redirectUris)(uri);
};
provider.Client.prototype.postLogoutRedirectUriAllowed = function (uri) {
  return isHere(this.postLogoutRedirectUris)(uri);
};

provider.listen(port, "127.0.0.1", () => console.log(issuer));
process.stdin.resume();
process.stdin.on("end", () => process.exit());
