FROM node:24-bookworm-slim AS build
WORKDIR /namesake
COPY . .
RUN npm ci --no-audit --no-fund \
  && npm run build \
  && npm run build:web -- --required \
  && npm prune --omit=dev --omit=optional --no-audit --no-fund

FROM node:24-bookworm-slim
WORKDIR /namesake
ENV NODE_ENV=production HOST=0.0.0.0
COPY --from=build /namesake/package.json ./
COPY --from=build /namesake/node_modules ./node_modules
COPY --from=build /namesake/dist ./dist
COPY --from=build /namesake/web/dist ./web/dist
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 4000}/livez`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
