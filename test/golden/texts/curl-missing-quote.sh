curl -X POST https://api.cloud-elements.com/elements/api-v2/instances \
  -H "Authorization: User $CE_USER_SECRET, Organization $CE_ORGANIZATION_SECRET" \
  -H 'Content-Type: application/json \
  -d @instance.json
