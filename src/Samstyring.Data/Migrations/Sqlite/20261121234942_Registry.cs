using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samstyring.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Registry : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "funding_schemes",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Phases = table.Column<string>(type: "TEXT", nullable: true),
                    CoversOperation = table.Column<bool>(type: "INTEGER", nullable: true),
                    Conditions_En = table.Column<string>(type: "TEXT", nullable: true),
                    Conditions_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Conditions_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Limits_En = table.Column<string>(type: "TEXT", nullable: true),
                    Limits_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Limits_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Name_En = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funding_schemes", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "glossary",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", nullable: false),
                    Definition_En = table.Column<string>(type: "TEXT", nullable: true),
                    Definition_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Definition_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false),
                    Term_En = table.Column<string>(type: "TEXT", nullable: true),
                    Term_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Term_Nn = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_glossary", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "initiatives",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", nullable: false),
                    Name_En = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_initiatives", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "life_events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Phase = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", nullable: false),
                    Goal_En = table.Column<string>(type: "TEXT", nullable: true),
                    Goal_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Goal_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Name_En = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Note_En = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    PhaseNote_En = table.Column<string>(type: "TEXT", nullable: true),
                    PhaseNote_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    PhaseNote_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_life_events", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    ShortName = table.Column<string>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Parent = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsCollective = table.Column<bool>(type: "INTEGER", nullable: false),
                    StatedCount = table.Column<int>(type: "INTEGER", nullable: true),
                    ValidFrom = table.Column<string>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<string>(type: "TEXT", nullable: true),
                    Successor = table.Column<Guid>(type: "TEXT", nullable: true),
                    SuggestedKind = table.Column<string>(type: "TEXT", nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", nullable: false),
                    Name_En = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Note_En = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_organisations_organisations_Parent",
                        column: x => x.Parent,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_organisations_organisations_Successor",
                        column: x => x.Successor,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recommended_measures",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    YearFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    YearTo = table.Column<int>(type: "INTEGER", nullable: false),
                    Section = table.Column<string>(type: "TEXT", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false),
                    Responsible_En = table.Column<string>(type: "TEXT", nullable: true),
                    Responsible_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Responsible_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Summary_En = table.Column<string>(type: "TEXT", nullable: true),
                    Summary_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Summary_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    TargetGroup_En = table.Column<string>(type: "TEXT", nullable: true),
                    TargetGroup_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    TargetGroup_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Theme_En = table.Column<string>(type: "TEXT", nullable: true),
                    Theme_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Theme_Nn = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recommended_measures", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "reference_rows",
                columns: table => new
                {
                    File = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reference_rows", x => new { x.File, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "search_entries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    Detail_En = table.Column<string>(type: "TEXT", nullable: true),
                    Detail_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Detail_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Title_En = table.Column<string>(type: "TEXT", nullable: true),
                    Title_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Title_Nn = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_entries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "search_spellings",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Word = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_spellings", x => new { x.Key, x.Word });
                });

            migrationBuilder.CreateTable(
                name: "search_vocabulary",
                columns: table => new
                {
                    Word = table.Column<string>(type: "TEXT", nullable: false),
                    Entries = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_vocabulary", x => x.Word);
                });

            migrationBuilder.CreateTable(
                name: "source_notes",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClaimASource = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimBSource = table.Column<string>(type: "TEXT", nullable: true),
                    Folded = table.Column<string>(type: "TEXT", nullable: false),
                    ClaimA_En = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimA_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimA_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimB_En = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimB_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimB_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Finding_En = table.Column<string>(type: "TEXT", nullable: true),
                    Finding_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Finding_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Handling_En = table.Column<string>(type: "TEXT", nullable: true),
                    Handling_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Handling_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_notes", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Publisher = table.Column<string>(type: "TEXT", nullable: false),
                    Published = table.Column<string>(type: "TEXT", nullable: true),
                    SenderKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Licence = table.Column<string>(type: "TEXT", nullable: true),
                    Url = table.Column<string>(type: "TEXT", nullable: true),
                    Folded = table.Column<string>(type: "TEXT", nullable: false),
                    Note_En = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false),
                    Title_En = table.Column<string>(type: "TEXT", nullable: true),
                    Title_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Title_Nn = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sources", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "themes",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    AsExtracted = table.Column<string>(type: "TEXT", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", nullable: false),
                    Name_En = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Note_En = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_themes", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "life_event_activities",
                columns: table => new
                {
                    LifeEvent = table.Column<Guid>(type: "TEXT", nullable: false),
                    Initiative = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Phases = table.Column<string>(type: "TEXT", nullable: false),
                    InTable2 = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note_En = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    PhaseNote_En = table.Column<string>(type: "TEXT", nullable: true),
                    PhaseNote_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    PhaseNote_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false),
                    State_En = table.Column<string>(type: "TEXT", nullable: true),
                    State_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    State_Nn = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_life_event_activities", x => new { x.LifeEvent, x.Initiative });
                    table.ForeignKey(
                        name: "FK_life_event_activities_initiatives_Initiative",
                        column: x => x.Initiative,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_life_event_activities_life_events_LifeEvent",
                        column: x => x.LifeEvent,
                        principalTable: "life_events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "life_event_funding",
                columns: table => new
                {
                    LifeEvent = table.Column<Guid>(type: "TEXT", nullable: false),
                    Funded = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Schemes = table.Column<string>(type: "TEXT", nullable: false),
                    Mapping_En = table.Column<string>(type: "TEXT", nullable: true),
                    Mapping_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Mapping_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false),
                    Scope_En = table.Column<string>(type: "TEXT", nullable: true),
                    Scope_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Scope_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    TableText_En = table.Column<string>(type: "TEXT", nullable: true),
                    TableText_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    TableText_Nn = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_life_event_funding", x => x.LifeEvent);
                    table.ForeignKey(
                        name: "FK_life_event_funding_life_events_LifeEvent",
                        column: x => x.LifeEvent,
                        principalTable: "life_events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "life_event_involvement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LifeEvent = table.Column<Guid>(type: "TEXT", nullable: true),
                    Party = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Phase = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false),
                    Text_En = table.Column<string>(type: "TEXT", nullable: true),
                    Text_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Text_Nn = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_life_event_involvement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_life_event_involvement_life_events_LifeEvent",
                        column: x => x.LifeEvent,
                        principalTable: "life_events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "life_event_scope",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LifeEvent = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false),
                    Text_En = table.Column<string>(type: "TEXT", nullable: true),
                    Text_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Text_Nn = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_life_event_scope", x => x.Id);
                    table.ForeignKey(
                        name: "FK_life_event_scope_life_events_LifeEvent",
                        column: x => x.LifeEvent,
                        principalTable: "life_events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "co_operations",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: true),
                    StatedCount = table.Column<int>(type: "INTEGER", nullable: true),
                    Name_En = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Note_En = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_co_operations", x => x.Key);
                    table.ForeignKey(
                        name: "FK_co_operations_organisations_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "council_projects",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganisationText = table.Column<string>(type: "TEXT", nullable: false),
                    Ministry = table.Column<Guid>(type: "TEXT", nullable: true),
                    Size = table.Column<string>(type: "TEXT", nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", nullable: false),
                    Name_En = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Note_En = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_council_projects", x => x.Number);
                    table.ForeignKey(
                        name: "FK_council_projects_organisations_Ministry",
                        column: x => x.Ministry,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "counties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    ParallelNames = table.Column<string>(type: "TEXT", nullable: true),
                    Population2024 = table.Column<int>(type: "INTEGER", nullable: false),
                    Population2025 = table.Column<int>(type: "INTEGER", nullable: false),
                    Population2026 = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_counties_organisations_Id",
                        column: x => x.Id,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "forum_seats",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Forum = table.Column<Guid>(type: "TEXT", nullable: false),
                    Holder = table.Column<Guid>(type: "TEXT", nullable: true),
                    Region = table.Column<string>(type: "TEXT", nullable: true),
                    Seat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Note_En = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forum_seats", x => x.Id);
                    table.ForeignKey(
                        name: "FK_forum_seats_organisations_Forum",
                        column: x => x.Forum,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_forum_seats_organisations_Holder",
                        column: x => x.Holder,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forums",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mandate = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    MandateNote_En = table.Column<string>(type: "TEXT", nullable: true),
                    MandateNote_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    MandateNote_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Members_En = table.Column<string>(type: "TEXT", nullable: true),
                    Members_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Members_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forums", x => x.Id);
                    table.ForeignKey(
                        name: "FK_forums_organisations_Id",
                        column: x => x.Id,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "life_event_actors",
                columns: table => new
                {
                    LifeEvent = table.Column<Guid>(type: "TEXT", nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Note_En = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_life_event_actors", x => new { x.LifeEvent, x.Organisation, x.Role });
                    table.ForeignKey(
                        name: "FK_life_event_actors_life_events_LifeEvent",
                        column: x => x.LifeEvent,
                        principalTable: "life_events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_life_event_actors_organisations_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "life_event_letters",
                columns: table => new
                {
                    LifeEvent = table.Column<Guid>(type: "TEXT", nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Mentioned = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Assignment = table.Column<bool>(type: "INTEGER", nullable: false),
                    Notice = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note_En = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_life_event_letters", x => new { x.LifeEvent, x.Organisation, x.Role, x.Year });
                    table.ForeignKey(
                        name: "FK_life_event_letters_life_events_LifeEvent",
                        column: x => x.LifeEvent,
                        principalTable: "life_events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_life_event_letters_organisations_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    Body = table.Column<Guid>(type: "TEXT", nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<string>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_memberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_memberships_organisations_Body",
                        column: x => x.Body,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_memberships_organisations_Member",
                        column: x => x.Member,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "municipalities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    County = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParallelNames = table.Column<string>(type: "TEXT", nullable: true),
                    Population2024 = table.Column<int>(type: "INTEGER", nullable: false),
                    Population2025 = table.Column<int>(type: "INTEGER", nullable: false),
                    Population2026 = table.Column<int>(type: "INTEGER", nullable: false),
                    Centrality = table.Column<int>(type: "INTEGER", nullable: false),
                    KostraGroup = table.Column<int>(type: "INTEGER", nullable: false),
                    LanguageForm = table.Column<string>(type: "TEXT", nullable: false),
                    OrganisationNumber = table.Column<string>(type: "TEXT", nullable: true),
                    OrganisationNumberCertainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    HexColumn = table.Column<int>(type: "INTEGER", nullable: false),
                    HexRow = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_municipalities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_municipalities_organisations_County",
                        column: x => x.County,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_municipalities_organisations_Id",
                        column: x => x.Id,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "networks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Region = table.Column<string>(type: "TEXT", nullable: false),
                    Counties = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_networks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_networks_organisations_Id",
                        column: x => x.Id,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "organisation_aliases",
                columns: table => new
                {
                    Alias = table.Column<string>(type: "TEXT", nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Note_En = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisation_aliases", x => x.Alias);
                    table.ForeignKey(
                        name: "FK_organisation_aliases_organisations_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "search_words",
                columns: table => new
                {
                    Word = table.Column<string>(type: "TEXT", nullable: false),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false),
                    Entry = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_words", x => new { x.Word, x.Weight, x.Entry });
                    table.ForeignKey(
                        name: "FK_search_words_search_entries_Entry",
                        column: x => x.Entry,
                        principalTable: "search_entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "source_note_subjects",
                columns: table => new
                {
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_note_subjects", x => new { x.Subject, x.Note });
                    table.ForeignKey(
                        name: "FK_source_note_subjects_source_notes_Note",
                        column: x => x.Note,
                        principalTable: "source_notes",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "council_project_organisations",
                columns: table => new
                {
                    Project = table.Column<int>(type: "INTEGER", nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_council_project_organisations", x => new { x.Project, x.Organisation });
                    table.ForeignKey(
                        name: "FK_council_project_organisations_council_projects_Project",
                        column: x => x.Project,
                        principalTable: "council_projects",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_council_project_organisations_organisations_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "decision_models",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Municipality = table.Column<Guid>(type: "TEXT", nullable: false),
                    Model = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedBy_En = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedBy_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedBy_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Note_En = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false),
                    Subject_En = table.Column<string>(type: "TEXT", nullable: true),
                    Subject_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Subject_Nn = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_models", x => x.Id);
                    table.ForeignKey(
                        name: "FK_decision_models_municipalities_Municipality",
                        column: x => x.Municipality,
                        principalTable: "municipalities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "former_municipality_numbers",
                columns: table => new
                {
                    OldNumber = table.Column<string>(type: "TEXT", nullable: false),
                    Municipality = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstYear = table.Column<int>(type: "INTEGER", nullable: false),
                    LastYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Weight = table.Column<decimal>(type: "TEXT", precision: 18, scale: 6, nullable: false),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_former_municipality_numbers", x => new { x.OldNumber, x.Municipality });
                    table.ForeignKey(
                        name: "FK_former_municipality_numbers_municipalities_Municipality",
                        column: x => x.Municipality,
                        principalTable: "municipalities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "neighbours",
                columns: table => new
                {
                    A = table.Column<Guid>(type: "TEXT", nullable: false),
                    B = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_neighbours", x => new { x.A, x.B });
                    table.ForeignKey(
                        name: "FK_neighbours_municipalities_A",
                        column: x => x.A,
                        principalTable: "municipalities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_neighbours_municipalities_B",
                        column: x => x.B,
                        principalTable: "municipalities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "network_facts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Network = table.Column<Guid>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false),
                    Value_En = table.Column<string>(type: "TEXT", nullable: true),
                    Value_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Value_Nn = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_network_facts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_network_facts_networks_Network",
                        column: x => x.Network,
                        principalTable: "networks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "theme_cells",
                columns: table => new
                {
                    Theme = table.Column<int>(type: "INTEGER", nullable: false),
                    Network = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_theme_cells", x => new { x.Theme, x.Network });
                    table.ForeignKey(
                        name: "FK_theme_cells_networks_Network",
                        column: x => x.Network,
                        principalTable: "networks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_theme_cells_themes_Theme",
                        column: x => x.Theme,
                        principalTable: "themes",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_co_operations_Organisation",
                table: "co_operations",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_council_project_organisations_Organisation",
                table: "council_project_organisations",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_council_projects_Ministry",
                table: "council_projects",
                column: "Ministry");

            migrationBuilder.CreateIndex(
                name: "IX_council_projects_SortKey_Number",
                table: "council_projects",
                columns: new[] { "SortKey", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_counties_Number",
                table: "counties",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_decision_models_Municipality",
                table: "decision_models",
                column: "Municipality");

            migrationBuilder.CreateIndex(
                name: "IX_former_municipality_numbers_Municipality",
                table: "former_municipality_numbers",
                column: "Municipality");

            migrationBuilder.CreateIndex(
                name: "IX_forum_seats_Forum",
                table: "forum_seats",
                column: "Forum");

            migrationBuilder.CreateIndex(
                name: "IX_forum_seats_Holder",
                table: "forum_seats",
                column: "Holder");

            migrationBuilder.CreateIndex(
                name: "IX_glossary_SortKey_Key",
                table: "glossary",
                columns: new[] { "SortKey", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_initiatives_Key",
                table: "initiatives",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_initiatives_SortKey_Key",
                table: "initiatives",
                columns: new[] { "SortKey", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_life_event_activities_Initiative",
                table: "life_event_activities",
                column: "Initiative");

            migrationBuilder.CreateIndex(
                name: "IX_life_event_activities_LifeEvent_Order",
                table: "life_event_activities",
                columns: new[] { "LifeEvent", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_life_event_actors_Organisation",
                table: "life_event_actors",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_life_event_involvement_LifeEvent",
                table: "life_event_involvement",
                column: "LifeEvent");

            migrationBuilder.CreateIndex(
                name: "IX_life_event_letters_Organisation",
                table: "life_event_letters",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_life_event_scope_LifeEvent",
                table: "life_event_scope",
                column: "LifeEvent");

            migrationBuilder.CreateIndex(
                name: "IX_life_events_Key",
                table: "life_events",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_life_events_Slug",
                table: "life_events",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_life_events_SortKey_Key",
                table: "life_events",
                columns: new[] { "SortKey", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_memberships_Body_SortKey",
                table: "memberships",
                columns: new[] { "Body", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_memberships_Member",
                table: "memberships",
                column: "Member");

            migrationBuilder.CreateIndex(
                name: "IX_municipalities_County",
                table: "municipalities",
                column: "County");

            migrationBuilder.CreateIndex(
                name: "IX_municipalities_Number",
                table: "municipalities",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_neighbours_B",
                table: "neighbours",
                column: "B");

            migrationBuilder.CreateIndex(
                name: "IX_network_facts_Network",
                table: "network_facts",
                column: "Network");

            migrationBuilder.CreateIndex(
                name: "IX_organisation_aliases_Organisation",
                table: "organisation_aliases",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_organisations_Key",
                table: "organisations",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_organisations_Kind_SortKey_Key",
                table: "organisations",
                columns: new[] { "Kind", "SortKey", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_organisations_Level_SortKey_Key",
                table: "organisations",
                columns: new[] { "Level", "SortKey", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_organisations_Parent",
                table: "organisations",
                column: "Parent");

            migrationBuilder.CreateIndex(
                name: "IX_organisations_SortKey_Key",
                table: "organisations",
                columns: new[] { "SortKey", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_organisations_Successor",
                table: "organisations",
                column: "Successor");

            migrationBuilder.CreateIndex(
                name: "IX_search_words_Entry_Word",
                table: "search_words",
                columns: new[] { "Entry", "Word" });

            migrationBuilder.CreateIndex(
                name: "IX_source_note_subjects_Note",
                table: "source_note_subjects",
                column: "Note");

            migrationBuilder.CreateIndex(
                name: "IX_source_notes_Document",
                table: "source_notes",
                column: "Document");

            migrationBuilder.CreateIndex(
                name: "IX_theme_cells_Network",
                table: "theme_cells",
                column: "Network");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "co_operations");

            migrationBuilder.DropTable(
                name: "council_project_organisations");

            migrationBuilder.DropTable(
                name: "counties");

            migrationBuilder.DropTable(
                name: "decision_models");

            migrationBuilder.DropTable(
                name: "former_municipality_numbers");

            migrationBuilder.DropTable(
                name: "forum_seats");

            migrationBuilder.DropTable(
                name: "forums");

            migrationBuilder.DropTable(
                name: "funding_schemes");

            migrationBuilder.DropTable(
                name: "glossary");

            migrationBuilder.DropTable(
                name: "life_event_activities");

            migrationBuilder.DropTable(
                name: "life_event_actors");

            migrationBuilder.DropTable(
                name: "life_event_funding");

            migrationBuilder.DropTable(
                name: "life_event_involvement");

            migrationBuilder.DropTable(
                name: "life_event_letters");

            migrationBuilder.DropTable(
                name: "life_event_scope");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "neighbours");

            migrationBuilder.DropTable(
                name: "network_facts");

            migrationBuilder.DropTable(
                name: "organisation_aliases");

            migrationBuilder.DropTable(
                name: "recommended_measures");

            migrationBuilder.DropTable(
                name: "reference_rows");

            migrationBuilder.DropTable(
                name: "search_spellings");

            migrationBuilder.DropTable(
                name: "search_vocabulary");

            migrationBuilder.DropTable(
                name: "search_words");

            migrationBuilder.DropTable(
                name: "source_note_subjects");

            migrationBuilder.DropTable(
                name: "sources");

            migrationBuilder.DropTable(
                name: "theme_cells");

            migrationBuilder.DropTable(
                name: "council_projects");

            migrationBuilder.DropTable(
                name: "initiatives");

            migrationBuilder.DropTable(
                name: "life_events");

            migrationBuilder.DropTable(
                name: "municipalities");

            migrationBuilder.DropTable(
                name: "search_entries");

            migrationBuilder.DropTable(
                name: "source_notes");

            migrationBuilder.DropTable(
                name: "networks");

            migrationBuilder.DropTable(
                name: "themes");

            migrationBuilder.DropTable(
                name: "organisations");
        }
    }
}
